package org.koppel.codec.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.koppel.codec.Problems;
import org.koppel.document.Address;
import org.koppel.document.Item;
import org.koppel.document.OrderLine;
import org.koppel.document.Price;
import org.koppel.shared.Money;
import org.koppel.shared.Quantity;

/** The lines of an order, one of each row. Without a column for their numbers they are counted. */
final class OrderLineRows {
    private static final int LINE_NUMBER_LENGTH = 20;
    private static final int ARTICLE_LENGTH = 70;
    private static final int TEXT_LENGTH = 4_000;

    private final List<TableRow> rows;
    private final String currency;
    private final TableReferences references;
    private final Problems problems;
    private final Set<String> numbers = new HashSet<>();

    /** @param currency null when it has a problem */
    OrderLineRows(List<TableRow> rows, String currency, TableReferences references, Problems problems) {
        this.rows = rows;
        this.currency = currency;
        this.references = references;
        this.problems = problems;
    }

    /** @param shipTo of the order, which is not repeated */
    List<OrderLine> lines(Address shipTo) {
        List<OrderLine> lines = new ArrayList<>();
        for (TableRow row : rows) {
            lines.add(line(row, lines.size(), shipTo));
        }
        return lines;
    }

    private OrderLine line(TableRow row, int position, Address shipTo) {
        Address place = OrderParties.place(row, problems);
        String number = number(row, position);
        Item item = item(row);
        Quantity quantity = quantity(row);
        return new OrderLine(
                number,
                item,
                quantity,
                price(row),
                row.date("requested_on", problems),
                row.text("note", TEXT_LENGTH, problems),
                place == null || place.equals(shipTo) ? null : place,
                references.ofRow(position));
    }

    private String number(TableRow row, int position) {
        String number =
                row.has("line") ? row.required("line", LINE_NUMBER_LENGTH, problems) : Integer.toString(position + 1);
        if (number != null && !numbers.add(number)) {
            problems.add("DUPLICATE_LINE_NUMBER", row.place("line"), "Give every line a number of its own");
        }
        return number;
    }

    private Item item(TableRow row) {
        String article = row.text("article", ARTICLE_LENGTH, problems);
        String buyers = row.text("buyers_article", ARTICLE_LENGTH, problems);
        String gtin = row.matching("gtin", "\\d{8,14}", "a GTIN (EAN) of 8 to 14 digits", problems);
        boolean named = List.of("article", "buyers_article", "gtin").stream().anyMatch(f -> row.text(f) != null);
        if (!named) {
            String column = row.has("article") ? "article" : row.has("buyers_article") ? "buyers_article" : "gtin";
            problems.add(
                    "MISSING_FIELD", row.place(column), "No article is named; fill in our number, yours, or the EAN");
        }
        return new Item(
                article,
                buyers,
                row.text("manufacturers_article", ARTICLE_LENGTH, problems),
                null,
                gtin,
                row.text("description", TEXT_LENGTH, problems),
                List.of());
    }

    private Quantity quantity(TableRow row) {
        row.required("quantity", ARTICLE_LENGTH, problems);
        Quantity quantity = row.quantity("quantity", problems);
        if (quantity != null && quantity.isZero()) {
            problems.add(
                    "QUANTITY_NOT_POSITIVE",
                    row.place("quantity"),
                    "The quantity must be greater than 0; order more, or leave the row out");
        }
        return quantity;
    }

    private Price price(TableRow row) {
        BigDecimal amount = row.number("price", problems);
        BigDecimal per = row.number("price_per", problems);
        if (per != null && per.signum() == 0) {
            problems.add("QUANTITY_NOT_POSITIVE", row.place("price_per"), "A price is for more than 0; write 1");
            return null;
        }
        return amount == null || currency == null
                ? null
                : new Price(new Money(amount, currency), per == null ? BigDecimal.ONE : per);
    }
}
