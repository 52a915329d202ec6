package org.koppel.codec.table;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.koppel.codec.Problems;
import org.koppel.document.InvoiceSums;
import org.koppel.document.InvoiceTax;
import org.koppel.shared.Money;

/**
 * What the rows of an invoice say of the VAT of their category and rate (EN 16931, BG-23). It stands in every row of the rate, or in one of
 * them only; rows that say different things are each held against what the lines come to.
 */
final class InvoiceTaxRows {
    private static final int CODE_LENGTH = 30;
    private static final int REASON_LENGTH = 4_000;

    private final String currency;
    private final Problems problems;
    private final Map<Rate, String> codes = new HashMap<>();
    private final Map<Rate, String> reasons = new HashMap<>();
    /** What is said, and the first row that says it. */
    private final Map<InvoiceTax, TableRow> said = new LinkedHashMap<>();

    /** Category and rate, whatever the number of decimals it was written with. */
    private record Rate(String category, BigDecimal percent) {
        static Rate of(String category, BigDecimal percent) {
            BigDecimal plain = percent.stripTrailingZeros();
            return new Rate(InvoiceSums.category(category, percent), plain.scale() < 0 ? plain.setScale(0) : plain);
        }
    }

    InvoiceTaxRows(List<TableRow> all, String currency, Problems problems) {
        this.currency = currency;
        this.problems = problems;
        all.forEach(this::words);
        all.forEach(this::read);
    }

    /** The category of a row in capitals, as far as it is given or its rate tells it. */
    static String category(TableRow row, Problems problems) {
        String given = row.text("vat_category", CODE_LENGTH, problems);
        return given == null ? null : given.toUpperCase(Locale.ROOT);
    }

    /** Why there is no VAT counts for the whole rate, whichever row says it. */
    private void words(TableRow row) {
        String code = row.text("vat_exemption", CODE_LENGTH, problems);
        String reason = row.text("vat_reason", REASON_LENGTH, problems);
        Rate rate = code == null && reason == null ? null : rate(row);
        if (rate != null && code != null) {
            codes.putIfAbsent(rate, code);
        }
        if (rate != null && reason != null) {
            reasons.putIfAbsent(rate, reason);
        }
    }

    private void read(TableRow row) {
        Money net = money(row, "rate_net");
        Money vat = money(row, "rate_vat");
        boolean says =
                Stream.of("rate_net", "rate_vat", "vat_exemption", "vat_reason").anyMatch(f -> row.text(f) != null);
        Rate rate = says ? rate(row) : null;
        if (rate != null) {
            said.putIfAbsent(
                    new InvoiceTax(rate.category(), rate.percent(), net, vat, codes.get(rate), reasons.get(rate)), row);
        }
    }

    /** Null when the row has no rate. */
    private Rate rate(TableRow row) {
        BigDecimal percent = row.number("vat_percent", problems);
        return percent == null ? null : Rate.of(category(row, problems), percent);
    }

    private Money money(TableRow row, String field) {
        BigDecimal amount = row.signed(field, problems);
        return amount == null || currency == null ? null : new Money(amount, currency);
    }

    List<InvoiceTax> taxes() {
        return List.copyOf(said.keySet());
    }

    /** The row that said it. @param position from 1, in {@link #taxes} */
    TableRow row(int position) {
        return List.copyOf(said.values()).get(position - 1);
    }
}
