package org.koppel.operations;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.koppel.codec.DocumentSink;
import org.koppel.codec.Problem;
import org.koppel.codec.Problems;
import org.koppel.document.Address;
import org.koppel.document.Document;
import org.koppel.document.Order;
import org.koppel.document.OrderChange;
import org.koppel.document.OrderLine;
import org.koppel.document.RefusedDocument;
import org.koppel.shared.UnitCode;

/** The first lines of a sample, as they were understood, and what is wrong with it. */
public final class OrderFilePreview implements DocumentSink<Document> {
    private static final int SHOWN = 50;

    private final List<Line> lines = new ArrayList<>();
    private final Problems problems = new Problems();
    private int documents;

    /** A line as it was understood; what the file does not say is empty. */
    public record Line(
            String order,
            String number,
            String article,
            String buyersArticle,
            String quantity,
            String price,
            String requestedOn,
            String shipTo,
            String references,
            String note) {}

    OrderFilePreview() {}

    @Override
    public void accept(Document document) {
        documents++;
        if (document instanceof Order order) {
            show(order);
        } else if (document instanceof OrderChange change) {
            show(change.content());
        }
    }

    @Override
    public void refuse(RefusedDocument document, List<Problem> why) {
        why.forEach(this::refuse);
    }

    void refuse(Problem problem) {
        problems.add(problem.code(), problem.location(), problem.message());
    }

    private void show(Order order) {
        order.lines().stream()
                .limit(Math.max(0, SHOWN - lines.size()))
                .map(l -> line(order, l))
                .forEach(lines::add);
    }

    private static Line line(Order order, OrderLine line) {
        Address place = line.shipTo() == null ? order.shipTo() : line.shipTo();
        boolean agreed = line.quantity().unit().equals(UnitCode.AGREED);
        String price = line.price() == null
                ? ""
                : line.price().amount() + " / " + line.price().baseQuantity().toPlainString();
        return new Line(
                order.number().value(),
                line.number(),
                text(
                        line.item().sellersId() == null
                                ? line.item().gtin()
                                : line.item().sellersId()),
                text(line.item().buyersId()),
                line.quantity().value().toPlainString()
                        + (agreed ? "" : " " + line.quantity().unit()),
                price,
                line.requestedDelivery() == null ? "" : line.requestedDelivery().toString(),
                place == null
                        ? ""
                        : text(Stream.of(place.id(), place.gln(), place.name(), place.city())
                                .filter(p -> p != null)
                                .findFirst()
                                .orElse("")),
                Stream.concat(order.references().stream(), line.references().stream())
                        .map(r -> (r.name() == null ? r.kind().name() : r.name()) + ": " + r.value())
                        .collect(Collectors.joining("; ")),
                text(line.note()));
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }

    /** No more than fifty. */
    public List<Line> lines() {
        return List.copyOf(lines);
    }

    /** How many orders, changes and cancellations would be taken. */
    public int documents() {
        return documents;
    }

    public List<Problem> problems() {
        return problems.all();
    }
}
