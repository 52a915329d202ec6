package org.koppel.codec.table;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.koppel.codec.InvoiceChecks;
import org.koppel.codec.Problem;
import org.koppel.codec.Problems;
import org.koppel.document.Invoice;

/** What is checked of every invoice, with the places of a table: row and column instead of the record's fields. */
final class InvoicePlaces {
    private static final String LINE = "@";
    private static final Map<String, String> COLUMNS = Map.ofEntries(
            Map.entry("issuedOn", "issued_on"),
            Map.entry("dueOn", "due_on"),
            Map.entry("taxPercent", "vat_percent"),
            Map.entry("taxCategory", "vat_category"),
            Map.entry("totals/net", "total_net"),
            Map.entry("totals/tax", "total_vat"),
            Map.entry("totals/gross", "total_gross"),
            Map.entry("totals/payable", "payable"),
            Map.entry("payment/reference", "payment_reference"),
            Map.entry("payment/iban", "iban"),
            Map.entry("taxes/reason", "vat_reason"),
            Map.entry("preceding[1]/number", "preceding"));

    /** What is said of a rate, by the end of its place. */
    private static final Map<String, String> OF_RATE = Map.of("/taxable", "rate_net", "/tax", "rate_vat");

    private static final Pattern TAX = Pattern.compile("taxes\\[(\\d{1,5})](.*)");

    private final TableRow first;
    private final List<TableRow> lines;
    private final InvoiceTaxRows taxes;

    /** @param lines the rows of the lines, in their order */
    InvoicePlaces(TableRow first, List<TableRow> lines, InvoiceTaxRows taxes) {
        this.taxes = taxes;
        this.first = first;
        this.lines = lines;
    }

    void check(Invoice invoice, Problems problems) {
        Problems found = new Problems();
        new InvoiceChecks(found, line -> LINE + line + LINE).check(invoice);
        for (Problem problem : found.all()) {
            problems.add(problem.code(), place(problem.location()), words(problem.message()));
        }
    }

    private String place(String location) {
        if (location.startsWith(LINE)) {
            int end = location.indexOf(LINE, 1);
            TableRow row = lines.get(Integer.parseInt(location.substring(1, end)) - 1);
            String field = location.substring(end + 1);
            return row.place(field.equals("number") ? "line" : field.contains("allowance") ? "charges" : column(field));
        }
        Matcher tax = TAX.matcher(location);
        if (tax.matches()) {
            TableRow row = taxes.row(Integer.parseInt(tax.group(1)));
            return row.place(OF_RATE.getOrDefault(tax.group(2), "vat_category"));
        }
        return first.place(location.equals("number") ? "invoice" : column(location));
    }

    /** What to do, with the names of columns. */
    private static String words(String message) {
        String words = message.replace("payment/terms", "terms");
        for (Map.Entry<String, String> column : COLUMNS.entrySet()) {
            words = words.replace(column.getKey(), column.getValue());
        }
        return words;
    }

    private static String column(String field) {
        return COLUMNS.getOrDefault(field, field);
    }
}
