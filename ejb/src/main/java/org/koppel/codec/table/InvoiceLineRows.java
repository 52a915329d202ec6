package org.koppel.codec.table;

import java.math.BigDecimal;
import java.util.List;
import org.koppel.codec.Problems;
import org.koppel.document.AllowanceCharge;
import org.koppel.document.InvoiceLine;
import org.koppel.document.Item;
import org.koppel.document.Price;
import org.koppel.document.Reference;
import org.koppel.shared.DocumentNumber;
import org.koppel.shared.Money;
import org.koppel.shared.Quantity;

/** One row of an invoice: a line, or what is charged on the whole. */
final class InvoiceLineRows {
    private static final int NUMBER_LENGTH = 70;
    private static final int TEXT_LENGTH = 4_000;

    private final String currency;
    private final Problems problems;

    InvoiceLineRows(String currency, Problems problems) {
        this.currency = currency;
        this.problems = problems;
    }

    /** Freight, a discount: it names neither line nor article nor quantity, only an amount. */
    static boolean isExtra(TableRow row) {
        return List.of("line", "article", "buyers_article", "gtin", "quantity").stream()
                        .allMatch(f -> row.text(f) == null)
                && row.text("amount") != null;
    }

    AllowanceCharge extra(TableRow row) {
        String said = row.text("description", TEXT_LENGTH, problems);
        AllowanceCharge extra = charge(row, "amount", said);
        return new AllowanceCharge(
                extra.kind(),
                extra.code(),
                extra.reason(),
                null,
                null,
                extra.amount(),
                category(row),
                row.number("vat_percent", problems));
    }

    /** @param ownOrder whether the lines name orders of their own */
    InvoiceLine line(TableRow row, int position, boolean ownOrder, List<Reference> references) {
        String number = row.has("line") ? row.required("line", NUMBER_LENGTH, problems) : String.valueOf(position + 1);
        String order = row.text("order", NUMBER_LENGTH, problems);
        row.required("quantity", NUMBER_LENGTH, problems);
        row.required("price", NUMBER_LENGTH, problems);
        row.required("vat_percent", NUMBER_LENGTH, problems);
        Quantity quantity = row.quantity("quantity", problems);
        BigDecimal amount = row.signed("amount", problems);
        boolean charged = row.text("charges") != null && !row.text("charges").matches("[-0.,]*");
        return new InvoiceLine(
                number,
                ownOrder && order != null ? new DocumentNumber(order) : null,
                row.text("order_line", NUMBER_LENGTH, problems),
                null,
                item(row),
                quantity,
                price(row),
                charged ? List.of(charge(row, "charges", row.text("charge_for", NUMBER_LENGTH, problems))) : List.of(),
                amount == null ? null : new Money(amount, currency),
                category(row),
                row.number("vat_percent", problems),
                null,
                row.text("note", TEXT_LENGTH, problems),
                references);
    }

    private AllowanceCharge charge(TableRow row, String field, String reason) {
        BigDecimal amount = row.signed(field, problems);
        BigDecimal sure = amount == null ? BigDecimal.ZERO : amount;
        boolean adds = sure.signum() >= 0;
        String code = row.text("charge_code", NUMBER_LENGTH, problems);
        String words = reason == null && code == null ? adds ? "Charge" : "Discount" : reason;
        return new AllowanceCharge(
                adds ? AllowanceCharge.Kind.CHARGE : AllowanceCharge.Kind.ALLOWANCE,
                code,
                words,
                null,
                null,
                new Money(sure.abs(), currency),
                null,
                null);
    }

    private Item item(TableRow row) {
        return new Item(
                row.text("article", NUMBER_LENGTH, problems),
                row.text("buyers_article", NUMBER_LENGTH, problems),
                null,
                null,
                row.matching("gtin", "\\d{8,14}", "a GTIN (EAN) of 8 to 14 digits", problems),
                row.text("description", TEXT_LENGTH, problems),
                List.of());
    }

    private Price price(TableRow row) {
        BigDecimal amount = row.number("price", problems);
        BigDecimal per = row.number("price_unit", problems);
        if (per != null && per.signum() == 0) {
            problems.add("QUANTITY_NOT_POSITIVE", row.place("price_unit"), "A price is for more than 0; write 1");
            return null;
        }
        return amount == null ? null : new Price(new Money(amount, currency), per == null ? BigDecimal.ONE : per);
    }

    private String category(TableRow row) {
        return InvoiceTaxRows.category(row, problems);
    }
}
