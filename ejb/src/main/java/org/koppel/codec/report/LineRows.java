package org.koppel.codec.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.koppel.document.Item;
import org.koppel.document.LineStatus;
import org.koppel.document.OrderResponseLine;
import org.koppel.document.Price;
import org.koppel.document.Reason;
import org.koppel.document.Reference;

/** Turns the answer to a line into the row that shows it. */
final class LineRows {
    private final ReportTexts texts;
    private final Figures figures;

    LineRows(ReportTexts texts, Figures figures) {
        this.texts = texts;
        this.figures = figures;
    }

    ReportRow.Line of(OrderResponseLine line) {
        return new ReportRow.Line(
                "LINE",
                line.number(),
                line.item().description(),
                numbers(texts, "article.buyersId", line.item()),
                figures.quantity(line.confirmed()),
                quantityNote(line),
                price(line.price()),
                priceNote(line),
                figures.amount(line.amount()),
                line.taxPercent() == null ? "" : texts.get("line.vat", figures.percent(line.taxPercent())),
                line.status().name(),
                texts.get("status." + line.status()),
                delivery(line),
                remarks(line));
    }

    /** Every number the article has, in one text. @param buyers key of the words for the buyer's own number */
    static String numbers(ReportTexts texts, String buyers, Item item) {
        return Parties.joined(
                "\u00a0· ",
                labelled(texts, "article.sellersId", item.sellersId()),
                labelled(texts, buyers, item.buyersId()),
                Parties.joined(" ", item.manufacturer(), item.manufacturersId()),
                labelled(texts, "article.gtin", item.gtin()));
    }

    private String quantityNote(OrderResponseLine line) {
        boolean asOrdered = line.ordered().value().compareTo(line.confirmed().value()) == 0
                && line.ordered().unit().equals(line.confirmed().unit());
        return Parties.joined(
                "\n",
                asOrdered ? null : texts.get("line.ordered", figures.quantity(line.ordered())),
                isBackordered(line) ? texts.get("line.backordered", figures.quantity(line.backordered())) : null);
    }

    private String price(Price price) {
        return price == null ? "" : figures.amount(price.amount());
    }

    private String priceNote(OrderResponseLine line) {
        Price price = line.price();
        Price wanted = line.orderedPrice();
        boolean differs = price != null
                && wanted != null
                && price.perOne().amount().compareTo(wanted.perOne().amount()) != 0;
        return Parties.joined(
                "\n", base(line, price), differs ? texts.get("line.yourPrice", perBase(line, wanted, price)) : null);
    }

    /** The buyer's price, with what it is for when that is another quantity than ours is for. */
    private String perBase(OrderResponseLine line, Price wanted, Price ours) {
        boolean sameBase = wanted.baseQuantity().compareTo(ours.baseQuantity()) == 0;
        String amount = figures.amount(wanted.amount());
        String unit = line.ordered().unit().value();
        return sameBase ? amount : amount + " " + texts.get("line.per", figures.quantity(wanted.baseQuantity(), unit));
    }

    private String base(OrderResponseLine line, Price price) {
        if (price == null || price.baseQuantity().compareTo(BigDecimal.ONE) == 0) {
            return null;
        }
        return texts.get(
                "line.per",
                figures.quantity(price.baseQuantity(), line.ordered().unit().value()));
    }

    private String delivery(OrderResponseLine line) {
        if (line.status() == LineStatus.REJECTED) {
            return "";
        }
        boolean some = !line.confirmed().isZero();
        String first =
                some && line.deliveryDate() != null ? texts.get("line.delivery", date(line.deliveryDate())) : null;
        String later = isBackordered(line) ? later(line, some) : null;
        return Parties.joined("\n", first, later);
    }

    private String later(OrderResponseLine line, boolean rest) {
        if (line.backorderDate() == null) {
            return texts.get("line.later");
        }
        return texts.get(rest ? "line.backorderDate" : "line.backorderOnly", date(line.backorderDate()));
    }

    private String date(LocalDate day) {
        return fixed(figures.date(day));
    }

    private static boolean isBackordered(OrderResponseLine line) {
        return line.backordered() != null && !line.backordered().isZero();
    }

    private String remarks(OrderResponseLine line) {
        Stream<String> reasons = line.reasons().stream().map(Reason::text);
        Stream<String> references = line.references().stream().map(this::reference);
        return Stream.of(reasons, Stream.ofNullable(line.note()), references)
                .flatMap(s -> s)
                .filter(text -> text != null && !text.isBlank())
                .collect(Collectors.joining("\n"));
    }

    private String reference(Reference reference) {
        return reference.kind() == Reference.Kind.ATTACHMENT
                ? texts.get("reference.ATTACHMENT") + ": " + reference.name()
                : ReferenceRows.label(texts, reference) + ": " + reference.value();
    }

    private static String labelled(ReportTexts texts, String key, String value) {
        return value == null || value.isBlank() ? null : fixed(texts.get(key, value));
    }

    /** With spaces that do not break, so that a number stays beside what it is. */
    private static String fixed(String text) {
        return text.replace(' ', '\u00a0');
    }
}
