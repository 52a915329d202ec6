package org.koppel.codec.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.koppel.codec.Problems;
import org.koppel.document.Address;
import org.koppel.document.AllowanceCharge;
import org.koppel.document.Invoice;
import org.koppel.document.InvoiceLine;
import org.koppel.document.InvoiceTotals;
import org.koppel.document.Party;
import org.koppel.shared.DocumentNumber;
import org.koppel.shared.Money;

/**
 * Invoices and credit notes of the back office from rows with the columns that one is written with; most of them may be missing. A row
 * without line and article is charged on, or taken off, the whole invoice.
 */
final class InvoiceRows {
    static final TableDocuments<Invoice> DOCUMENTS = new TableDocuments<>(
            Invoice.class.getSimpleName(),
            TableFields.of(
                            InvoiceTable.TABLE,
                            List.of("invoice", "issued_on", "quantity", "price", "vat_percent"),
                            "customer",
                            "buyer_gln",
                            "buyer_vat",
                            "terms",
                            "bic",
                            "charge_code",
                            "charge_for")
                    .withOneOf("order", "buyer_reference"),
            List.of("invoice"),
            true,
            (rows, settings, problems) ->
                    new InvoiceRows(rows, settings.option("csv.currency", settings.currency()), problems).document());

    private static final int NUMBER_LENGTH = 70;
    private static final int TEXT_LENGTH = 4_000;

    private final List<TableRow> rows;
    private final TableRow first;
    private final Problems problems;
    private final String currency;
    private final InvoiceLineRows lines;
    private final InvoiceTaxRows taxes;

    private InvoiceRows(List<TableRow> rows, String usual, Problems problems) {
        this.rows = rows;
        this.first = rows.get(0);
        this.problems = problems;
        this.currency = first.text("currency") == null ? usual : Currencies.known(first, "currency", problems);
        this.lines = new InvoiceLineRows(currency == null ? usual : currency, problems);
        this.taxes = new InvoiceTaxRows(rows, currency, problems);
    }

    /** Null when it has a problem. */
    private Invoice document() {
        String number = first.required("invoice", NUMBER_LENGTH, problems);
        TableRow.requireSame(rows, "currency", problems);
        TableReferences references = new TableReferences(rows, problems);
        String order = common("order");
        List<InvoiceLine> charged = new ArrayList<>();
        List<AllowanceCharge> extras = new ArrayList<>();
        List<TableRow> ofLines = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            TableRow row = rows.get(i);
            if (InvoiceLineRows.isExtra(row)) {
                extras.add(lines.extra(row));
            } else {
                charged.add(lines.line(row, charged.size(), order == null, references.ofRow(i)));
                ofLines.add(row);
            }
        }
        Invoice invoice = invoice(number, order, references, extras, charged);
        if (problems.isEmpty()) {
            new InvoicePlaces(first, ofLines, taxes).check(invoice, problems);
        }
        return invoice;
    }

    private Invoice invoice(
            String number,
            String order,
            TableReferences references,
            List<AllowanceCharge> extras,
            List<InvoiceLine> charged) {
        return new Invoice(
                number == null ? null : new DocumentNumber(number),
                kind(),
                text("customer"),
                first.date("issued_on", problems),
                first.date("due_on", problems),
                null,
                currency,
                null,
                first.yes("test"),
                null,
                text("buyer_reference"),
                order == null ? null : new DocumentNumber(order),
                null,
                null,
                common("despatch"),
                text("project"),
                preceding(),
                null,
                buyer(),
                null,
                shipTo(),
                first.date("delivered_on", problems),
                null,
                payment(),
                references.common(),
                extras,
                charged,
                taxes.taxes(),
                totals());
    }

    private String text(String field) {
        return first.text(field, NUMBER_LENGTH, problems);
    }

    /** What all rows say that say something; null when they differ. */
    private String common(String field) {
        List<String> said = rows.stream()
                .map(r -> r.text(field))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return said.size() == 1 ? text(field) == null ? said.get(0) : text(field) : null;
    }

    private Invoice.Kind kind() {
        String said = first.matching("kind", "INVOICE|CREDIT_NOTE|380|381", "INVOICE or CREDIT_NOTE", problems);
        return said != null && (said.equals("CREDIT_NOTE") || said.equals(Invoice.Kind.CREDIT_NOTE.code()))
                ? Invoice.Kind.CREDIT_NOTE
                : Invoice.Kind.INVOICE;
    }

    private List<Invoice.Preceding> preceding() {
        String number = text("preceding");
        return number == null
                ? List.of()
                : List.of(new Invoice.Preceding(new DocumentNumber(number), first.date("preceding_on", problems)));
    }

    private Party buyer() {
        String gln = text("buyer_gln");
        String vat = text("buyer_vat");
        return gln == null && vat == null ? null : new Party(null, gln, vat, null, null);
    }

    private Address shipTo() {
        String id = text("ship_to");
        String gln = first.matching("ship_to_gln", "\\d{13}", "a GLN of 13 digits", problems);
        return id == null && gln == null ? null : new Address(id, gln, null, null, null, null, null, null);
    }

    private Invoice.Payment payment() {
        String reference = text("payment_reference");
        String iban = text("iban");
        String bic = text("bic");
        String terms = first.text("terms", TEXT_LENGTH, problems);
        return Stream.of(reference, iban, bic, terms).allMatch(Objects::isNull)
                ? null
                : new Invoice.Payment(null, reference, iban, bic, null, terms);
    }

    private InvoiceTotals totals() {
        Money net = money("total_net");
        Money tax = money("total_vat");
        Money gross = money("total_gross");
        Money payable = money("payable");
        return Stream.of(net, tax, gross, payable).allMatch(Objects::isNull)
                ? null
                : new InvoiceTotals(null, null, null, net, tax, gross, null, null, payable);
    }

    private Money money(String field) {
        BigDecimal amount = first.signed(field, problems);
        return amount == null || currency == null ? null : new Money(amount, currency);
    }
}
