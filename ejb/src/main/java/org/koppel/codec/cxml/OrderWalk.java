package org.koppel.codec.cxml;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FileKeeper;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.Multipart;
import org.koppel.codec.Problem;
import org.koppel.codec.Problems;
import org.koppel.codec.UnitReading;
import org.koppel.codec.XmlCursor;
import org.koppel.codec.XmlStreams;
import org.koppel.document.Order;
import org.koppel.document.OrderCancellation;
import org.koppel.document.OrderChange;
import org.koppel.document.OrderLine;
import org.koppel.shared.DocumentNumber;

/** One pass over one order message, collecting its header, its lines and everything that is wrong. */
final class OrderWalk {
    private final XmlCursor xml;
    private final OrderType type;
    private final Problems problems = new Problems();
    private final Fields fields;
    private final OrderHeaderPart header;
    private final ItemOutPart items;
    private final List<OrderLine> lines = new ArrayList<>();
    private final Map<String, Integer> positions = new HashMap<>();
    private int position;
    private boolean found;
    private boolean test;
    private String language;

    private OrderWalk(XmlCursor xml, OrderType type, UnitReading units, Multipart message, FileKeeper keeper) {
        this.xml = xml;
        this.type = type;
        this.fields = new Fields(xml, problems, units);
        CommentsPart comments = new CommentsPart(fields, message, keeper);
        this.header = new OrderHeaderPart(fields, type, comments);
        this.items = new ItemOutPart(fields, type == OrderType.UPDATE, comments);
    }

    /** Walks through the whole message. @param keeper for files beside the document; @throws DocumentException with everything that is wrong */
    static OrderWalk through(InputStream in, OrderType type, FormatSettings settings, FileKeeper keeper)
            throws DocumentException, IOException {
        Multipart message = Multipart.read(in);
        OrderWalk walk =
                new OrderWalk(XmlStreams.open(message.document()), type, UnitReading.of(settings), message, keeper);
        try {
            walk.walk();
        } catch (DocumentException e) { // the rest cannot be parsed; what was found before still counts
            List<Problem> all = new ArrayList<>(walk.problems.all());
            all.addAll(e.problems());
            DocumentException complete = new DocumentException(all);
            complete.initCause(e);
            throw complete;
        }
        walk.problems.throwIfAny();
        return walk;
    }

    private void walk() throws DocumentException, IOException {
        EnvelopeWalk.enterRoot(xml);
        language = xml.language();
        while (xml.nextChild(1)) {
            if ("Request".equals(xml.name())) {
                test = "test".equalsIgnoreCase(xml.attribute("deploymentMode"));
                request();
            }
        }
        xml.nextChild(0); // to the very end: what follows the root must be well-formed too
        if (!found) {
            problems.add("MISSING_FIELD", "Request/OrderRequest", "There is no OrderRequest in this message; send one");
        }
    }

    private void request() throws DocumentException, IOException {
        int here = xml.depth();
        while (xml.nextChild(here)) {
            if ("OrderRequest".equals(xml.name())) {
                orderRequest();
            }
        }
    }

    private void orderRequest() throws DocumentException, IOException {
        if (found) {
            problems.add(
                    "TOO_MANY_ORDERS", xml.place(), "A message holds one OrderRequest; send the others by themselves");
            return;
        }
        found = true;
        int here = xml.depth();
        while (xml.nextChild(here)) {
            switch (xml.name()) {
                case "OrderRequestHeader" -> header.read();
                case "ItemOut" -> {
                    if (type != OrderType.DELETE) { // of a cancelled order nobody needs the lines
                        item();
                    }
                }
                default -> {} // unknown to cXML 1.2: skipped
            }
        }
        fields.at("");
        fields.required(header.seen() ? header : null, "OrderRequestHeader", "send the order's header");
        if (position == 0 && type != OrderType.DELETE) {
            problems.add("MISSING_FIELD", "ItemOut", "The order has no ItemOut; order at least one line");
        }
    }

    private void item() throws DocumentException, IOException {
        position++;
        if (position > Cxml.MOST_LINES) {
            throw problems.with(
                    "TOO_MANY_LINES",
                    "ItemOut",
                    "The order has more than " + Cxml.MOST_LINES + " lines; split it into several orders");
        }
        String number = xml.attribute("lineNumber");
        fields.at(
                number == null
                        ? "item " + position + " (row " + xml.row() + "), "
                        : "line " + number.replaceAll("\\p{Cntrl}", " ") + ", ");
        if (number == null) {
            fields.required(null, "ItemOut/@lineNumber", "number every line, each with a number of its own");
        } else {
            unique(number);
        }
        OrderLine line = items.read(header.shipTo());
        if (line != null && problems.isEmpty()) {
            lines.add(line);
        }
    }

    private void unique(String number) {
        Integer first = positions.putIfAbsent(number, position);
        if (first != null) {
            fields.problem(
                    "DUPLICATE_LINE_NUMBER",
                    "ItemOut/@lineNumber",
                    "Item " + position + " (row " + xml.row() + ") has the same line number as item " + first
                            + "; give every line a number of its own");
        }
    }

    OrderChange change() {
        Order order = order();
        return OrderChange.complete(order.number(), order.version(), order);
    }

    OrderCancellation cancellation() {
        DocumentNumber number = new DocumentNumber(header.number());
        return new OrderCancellation(number, header.version(), header.issuedAt(), number, test, header.note());
    }

    Order order() {
        return new Order(
                new DocumentNumber(header.number()),
                header.version(),
                header.issuedAt(),
                header.total().currency(),
                language == null ? null : language.split("-", 2)[0].toLowerCase(Locale.ROOT),
                test,
                header.buyer(),
                header.billTo(),
                header.shipTo(),
                header.requestedDelivery(),
                header.note(),
                header.total(),
                header.references(),
                lines);
    }
}
