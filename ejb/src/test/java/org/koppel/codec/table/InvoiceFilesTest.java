package org.koppel.codec.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.koppel.codec.BackOfficeDocuments.golden;
import static org.koppel.codec.BackOfficeDocuments.read;
import static org.koppel.codec.BackOfficeDocuments.written;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.koppel.codec.DocumentException;
import org.koppel.codec.DocumentReader;
import org.koppel.codec.DocumentWriter;
import org.koppel.codec.Invoices;
import org.koppel.document.AllowanceCharge;
import org.koppel.document.Invoice;
import org.koppel.document.InvoiceLine;
import org.koppel.document.InvoiceSums;
import org.koppel.document.InvoiceTax;
import org.koppel.document.Reference;

/** Invoices and credit notes of a back office in rows. */
class InvoiceFilesTest {
    private final InvoiceCsvReader csv = new InvoiceCsvReader();

    @Test
    void rowsOfOneNumberAreOneInvoiceAndFreightIsOfTheWhole() throws Exception {
        List<Invoice> read = read(csv, golden("csv/back-office-invoice.csv"));

        assertThat(read).extracting(Invoice::kind).containsExactly(Invoice.Kind.INVOICE, Invoice.Kind.CREDIT_NOTE);
        Invoice invoice = read.get(0);
        assertThat(invoice.customer()).isEqualTo("ediplus");
        assertThat(invoice.order().value()).isEqualTo("4711");
        assertThat(invoice.lines()).extracting(InvoiceLine::orderLine).containsExactly("10", "20");
        assertThat(invoice.lines()).extracting(InvoiceLine::number).containsExactly("1", "2");
        AllowanceCharge levy = invoice.lines().get(1).allowanceCharges().get(0);
        assertThat(levy.code()).isEqualTo("AEO");
        assertThat(levy.reason()).isEqualTo("Recupel");
        assertThat(invoice.allowanceCharges())
                .extracting(AllowanceCharge::reason)
                .containsExactly("Transport");
        assertThat(invoice.payment().reference()).isEqualTo("+++090/9337/55493+++");
        assertThat(invoice.lines().get(0).references())
                .containsExactly(Reference.of(Reference.Kind.ACCOUNTING, "KP-1"));
        assertThat(InvoiceSums.reckoned(invoice).totals().gross().amount()).isEqualByComparingTo("638.28");
    }

    @Test
    void whatWeWriteIsReadAgainInEveryFormat() throws Exception {
        for (Invoice written : List.of(Invoices.anInvoice(), Invoices.aCreditNote())) {
            assertSame(csv, written(new InvoiceCsvWriter(), written), written);
            assertSame(new InvoiceXlsxReader(), written(new InvoiceXlsxWriter(), written), written);
            assertSame(new InvoiceDbfReader(), written(new InvoiceDbfWriter(), written), written);
        }
    }

    private static void assertSame(DocumentReader<Invoice> reader, byte[] file, Invoice written) throws Exception {
        Invoice read = InvoiceSums.reckoned((Invoice) read(reader, file).get(0));

        assertThat(read.number()).isEqualTo(written.number());
        assertThat(read.kind()).isEqualTo(written.kind());
        assertThat(read.order()).isEqualTo(written.order());
        assertThat(read.dueOn()).isEqualTo(written.dueOn());
        assertThat(read.despatch()).isEqualTo(written.despatch());
        assertThat(read.project()).isEqualTo(written.project());
        assertThat(read.totals().payable()).isEqualTo(written.totals().payable());
        assertThat(read.totals().tax()).isEqualTo(written.totals().tax());
        assertThat(read.lines())
                .extracting(InvoiceLine::orderLine)
                .containsExactlyElementsOf(
                        written.lines().stream().map(InvoiceLine::orderLine).toList());
        assertThat(read.lines())
                .extracting(InvoiceLine::amount)
                .containsExactlyElementsOf(
                        written.lines().stream().map(InvoiceLine::amount).toList());
        assertThat(read.references()).contains(Reference.of(Reference.Kind.REQUISITION, "BA-7"));
    }

    @Test
    void amountsThatAreWrongAreNamedByRowAndColumn() {
        String file = new String(golden("csv/back-office-invoice.csv"), StandardCharsets.UTF_8)
                .replace(";412,50;", ";413,50;")
                .replace("638,28", "640,00");

        DocumentException refused =
                catchThrowableOfType(DocumentException.class, () -> read(csv, file.getBytes(StandardCharsets.UTF_8)));

        assertThat(refused.problems())
                .extracting(p -> p.code() + ' ' + p.location())
                .startsWith("LINE_AMOUNT_WRONG row 2, column amount")
                .endsWith("TOTAL_WRONG row 2, column total_gross");
    }

    @Test
    void whatIsExemptSaysWhyInOneRowOfItsRateAndEveryFormatKeepsIt() throws Exception {
        Invoice read = (Invoice) read(csv, golden("csv/exempt-invoice.csv")).get(0);
        Invoice reckoned = InvoiceSums.reckoned(read);

        assertThat(reckoned.taxes())
                .extracting(t ->
                        t.category() + ' ' + t.percent() + ' ' + t.taxable() + ' ' + t.exemption() + ' ' + t.reason())
                .containsExactly(
                        "E 0 120.00 EUR VATEX-EU-132 Onderwijs",
                        "S 21 50.00 EUR null null",
                        "AE 0 30.00 EUR null Btw verlegd");
        assertThat(taxes(csv, new InvoiceCsvWriter(), reckoned)).isEqualTo(reckoned.taxes());
        assertThat(taxes(new InvoiceXlsxReader(), new InvoiceXlsxWriter(), reckoned))
                .isEqualTo(reckoned.taxes());
        assertThat(taxes(new InvoiceDbfReader(), new InvoiceDbfWriter(), reckoned))
                .extracting(InvoiceTax::exemption)
                .containsExactly("VATEX-EU-132", null, "VATEX-EU-AE");
    }

    private static List<InvoiceTax> taxes(
            DocumentReader<Invoice> reader, DocumentWriter<Invoice> writer, Invoice invoice) throws Exception {
        return InvoiceSums.reckoned(
                        (Invoice) read(reader, written(writer, invoice)).get(0))
                .taxes();
    }

    @Test
    void sumsOfARateThatAreWrongAreNamedByTheirRow() {
        String file = new String(golden("csv/exempt-invoice.csv"), StandardCharsets.UTF_8)
                .replace("50,00;10,50", "51,00;10,51")
                .replace("VATEX-EU-132;Onderwijs", ";");

        DocumentException refused =
                catchThrowableOfType(DocumentException.class, () -> read(csv, file.getBytes(StandardCharsets.UTF_8)));

        assertThat(refused.problems())
                .extracting(p -> p.code() + ' ' + p.location())
                .containsExactly(
                        "TAX_WRONG row 4, column rate_net",
                        "TAX_WRONG row 4, column rate_vat",
                        "MISSING_FIELD row 2, column vat_reason");
    }

    @Test
    void whatIsMissingIsNamedByRowAndColumn() {
        String file = "invoice;issued_on;order;quantity;price;vat_percent;iban\n"
                + "F1;2026-11-21;4711;1;2;0;BE00000000000000\n";

        DocumentException refused =
                catchThrowableOfType(DocumentException.class, () -> read(csv, file.getBytes(StandardCharsets.UTF_8)));

        assertThat(refused.problems())
                .extracting(p -> p.code() + ' ' + p.location())
                .containsExactly(
                        "MISSING_FIELD row 2, column due_on",
                        "BAD_IBAN row 2, column iban",
                        "MISSING_FIELD row 2, column vat_category");
    }
}
