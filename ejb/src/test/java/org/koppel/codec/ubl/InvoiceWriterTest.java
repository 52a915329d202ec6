package org.koppel.codec.ubl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.koppel.codec.DocumentException;
import org.koppel.codec.DocumentWriter;
import org.koppel.codec.Envelope.Identity;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.Invoices;
import org.koppel.codec.Problem;
import org.koppel.document.Invoice;
import org.koppel.document.InvoiceLine;
import org.koppel.document.InvoiceSums;
import org.koppel.shared.DocumentNumber;

class InvoiceWriterTest {

    @Test
    void anInvoicePassesTheRulesOfEn16931AndPeppolWithoutAWarning() throws Exception {
        String xml = written(peppol(), Invoices.anInvoice());

        assertThat(new PeppolRules().check(PeppolDocument.INVOICE, xml.getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(xml)
                .contains("billing:3.0", "<cbc:InvoiceTypeCode>380<", "<cbc:BuyerReference>INKOOP-7<")
                .contains("<cbc:PayableAmount currencyID=\"EUR\">447.06<", "<cbc:PaymentID>" + Invoices.OGM + "<");
    }

    @Test
    void everyReferenceOfTheOrderHasItsPlace() throws Exception {
        assertThat(written(peppol(), Invoices.anInvoice()).replaceAll(">\\s+<", "><"))
                .contains("<cac:OrderReference><cbc:ID>4711</cbc:ID><cbc:SalesOrderID>V-88</cbc:SalesOrderID>")
                .contains("<cac:DespatchDocumentReference><cbc:ID>DA-4711-1<", "<cbc:AccountingCost>KP-100<")
                .contains("<cac:ContractDocumentReference><cbc:ID>RAAM-2026<")
                .contains("<cac:AdditionalDocumentReference><cbc:ID>BA-7</cbc:ID><cbc:DocumentDescription>Requisition<")
                .contains("<cac:AdditionalDocumentReference><cbc:ID>Z-1</cbc:ID><cbc:DocumentDescription>Werf<")
                .contains("<cac:ProjectReference><cbc:ID>Nieuwbouw Aalst<")
                .contains("<cac:DeliveryLocation><cbc:ID schemeID=\"0088\">5412345000020<")
                .contains("<cbc:AccountingCost>P-88.1</cbc:AccountingCost><cac:OrderLineReference><cbc:LineID>20<")
                .contains("<cbc:AllowanceChargeReasonCode>AEO<", "<cbc:AllowanceChargeReason>Recupel<");
    }

    @Test
    void aCreditNotePassesToo() throws Exception {
        String xml = written(peppol(), Invoices.aCreditNote());

        assertThat(new PeppolRules().check(PeppolDocument.CREDIT_NOTE, xml.getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(xml)
                .contains("<CreditNote ", "<cbc:CreditNoteTypeCode>381<", "<cbc:CreditedQuantity unitCode=\"H87\">1<")
                .contains("<cbc:ID>F2026-100<", "<cbc:DocumentTypeCode>50<", "<cbc:PaymentDueDate>2026-02-14<");
    }

    @Test
    void reverseChargeIntraCommunityExportAndExemptionPass() throws Exception {
        for (String category : List.of("AE", "K", "G")) {
            List<InvoiceLine> lines = List.of(of(Invoices.lines().get(0), category));
            Invoice invoice = InvoiceSums.reckoned(withoutFreight(Invoices.of(lines)));

            assertThat(written(peppol(), invoice)).contains("VATEX-EU-" + (category.equals("K") ? "IC" : category));
        }
    }

    @Test
    void whatTheRulesRefuseDoesNotLeave() {
        Invoice good = Invoices.anInvoice();
        Invoice wrong = good.reckoned(good.lines(), good.taxes().subList(0, 1), good.totals());

        DocumentException refused = catchThrowableOfType(DocumentException.class, () -> written(peppol(), wrong));

        assertThat(refused.problems()).extracting(Problem::code).contains("BR-CO-14");
    }

    @Test
    void plainUblIsTheSameWithoutPeppolsIds() throws Exception {
        assertThat(written(new UblInvoiceWriter(), Invoices.anInvoice()))
                .contains("<cbc:CustomizationID>urn:cen.eu:en16931:2017<")
                .doesNotContain("peppol", "ProfileID");
    }

    @Test
    void whatIsWrittenIsReadAgainAndAddsUp() throws Exception {
        for (Invoice invoice : List.of(Invoices.anInvoice(), Invoices.aCreditNote())) {
            String xml = written(peppol(), invoice);
            PeppolEnvelopeReader envelopes = new PeppolEnvelopeReader();
            Invoice again = read(xml);

            assertThat(envelopes.recognises(null, xml.getBytes(StandardCharsets.UTF_8)))
                    .isTrue();
            assertThat(envelopes
                            .read(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
                            .recipients())
                    .contains(new Identity(Identity.GLN, "5412345000006"), new Identity(Identity.VAT, "BE0555444368"));
            assertThat(again.kind()).isEqualTo(invoice.kind());
            assertThat(again.preceding()).isEqualTo(invoice.preceding());
            assertThat(again.references()).containsExactlyInAnyOrderElementsOf(invoice.references());
            assertThat(again.project()).isEqualTo(invoice.project());
            assertThat(again.payment()).isEqualTo(invoice.payment());
            assertThat(InvoiceSums.reckoned(again).totals()).isEqualTo(invoice.totals());
            assertThat(again.lines())
                    .extracting(InvoiceLine::orderLine)
                    .isEqualTo(
                            invoice.lines().stream().map(InvoiceLine::orderLine).toList());
        }
    }

    @Test
    void aTotalThatIsWrongIsNamedOnTheWayInToo() throws Exception {
        String xml = written(peppol(), Invoices.anInvoice()).replace(">447.06<", ">447.60<");

        DocumentException refused = catchThrowableOfType(DocumentException.class, () -> read(xml));

        assertThat(refused.problems())
                .extracting(Problem::code, Problem::location)
                .containsExactly(tuple("TOTAL_WRONG", "totals/gross"), tuple("TOTAL_WRONG", "totals/payable"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<cbc:ID>F2026-100</cbc:ID>||MISSING_FIELD|ID",
                "<cbc:IssueDate>2026-01-15<|<cbc:IssueDate>15/01/2026<|UNREADABLE_DATE|IssueDate",
                "<cbc:DueDate>2026-02-14</cbc:DueDate>|<cbc:DueDate>soon</cbc:DueDate>|UNREADABLE_DATE|DueDate",
                "unitCode=\"MTR\">250<|unitCode=\"MTR\">0<|QUANTITY_NOT_POSITIVE|line 1, InvoicedQuantity",
                "unitCode=\"MTR\">250<|unitCode=\"ell\">250<|UNKNOWN_UNIT|line 1, InvoicedQuantity/@unitCode",
                "currencyID=\"EUR\">64.9<|currencyID=\"EUR\">64,9<|UNREADABLE_NUMBER|line 1, Price/PriceAmount",
                "currencyID=\"EUR\">64.9<|currencyID=\"XXY\">64.9<|UNKNOWN_CURRENCY|line 1, Price/PriceAmount/@currencyID",
                "currencyID=\"EUR\">159.72<|currencyID=\"EUR\">161.00<|LINE_AMOUNT_WRONG|line 2, amount",
                "currencyID=\"EUR\">70.24<|currencyID=\"EUR\">70.25<|TAX_WRONG|taxes[1]/tax",
                "+++090/9337/55493+++|+++090/9337/55499+++|BAD_PAYMENT_REFERENCE|payment/reference",
                "<Invoice |<Order |WRONG_ROOT|line 1",
            })
    void whatIsWrongIsNamedWithItsPlace(String good, String bad, String code, String place) throws Exception {
        String xml = written(peppol(), Invoices.anInvoice());
        assertThat(xml).contains(good);
        String wrong = xml.replace(good, bad == null ? "" : bad)
                .replace("</Invoice>", bad != null && bad.startsWith("<Order") ? "</Order>" : "</Invoice>");

        DocumentException refused = catchThrowableOfType(DocumentException.class, () -> read(wrong));

        assertThat(refused.problems()).anySatisfy(p -> {
            assertThat(p.code()).isEqualTo(code);
            assertThat(p.location()).startsWith(place);
        });
    }

    @Test
    void anInvoiceForSeveralOrdersNamesThemAtItsLines() throws Exception {
        List<InvoiceLine> lines = List.of(
                ordered(Invoices.lines().get(0), "4711"),
                ordered(Invoices.lines().get(1), "4712"));
        Invoice invoice = InvoiceSums.reckoned(withoutOrder(Invoices.of(lines)));
        String xml = written(peppol(), invoice);

        assertThat(new PeppolRules().check(PeppolDocument.INVOICE, xml.getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        Invoice again = read(xml);
        assertThat(again.order()).isNull();
        assertThat(again.lines()).extracting(l -> l.order().value()).containsExactly("4711", "4712");
    }

    private static InvoiceLine ordered(InvoiceLine l, String order) {
        return new InvoiceLine(
                l.number(),
                new DocumentNumber(order),
                l.orderLine(),
                null,
                l.item(),
                l.quantity(),
                l.price(),
                l.allowanceCharges(),
                null,
                null,
                l.taxPercent(),
                null,
                null,
                List.of());
    }

    private static Invoice read(String xml) throws Exception {
        List<Invoice> invoices = new ArrayList<>();
        new PeppolInvoiceReader()
                .read(
                        new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)),
                        FormatSettings.DEFAULT,
                        invoices::add);
        return invoices.get(0);
    }

    private static Invoice withoutOrder(Invoice invoice) {
        return withoutFreight(invoice, null);
    }

    private static InvoiceLine of(InvoiceLine line, String category) {
        return new InvoiceLine(
                line.number(),
                null,
                line.orderLine(),
                null,
                line.item(),
                line.quantity(),
                line.price(),
                List.of(),
                null,
                category,
                BigDecimal.ZERO,
                null,
                null,
                List.of());
    }

    private static Invoice withoutFreight(Invoice i) {
        return withoutFreight(i, i.order());
    }

    private static Invoice withoutFreight(Invoice i, DocumentNumber order) {
        return new Invoice(
                i.number(),
                i.kind(),
                i.customer(),
                i.issuedOn(),
                i.dueOn(),
                null,
                i.currency(),
                i.language(),
                false,
                null,
                null,
                order,
                null,
                null,
                null,
                null,
                List.of(),
                i.seller(),
                i.buyer(),
                null,
                i.shipTo(),
                i.deliveredOn(),
                null,
                null,
                List.of(),
                List.of(),
                i.lines(),
                List.of(),
                null);
    }

    private static PeppolInvoiceWriter peppol() {
        PeppolInvoiceWriter writer = new PeppolInvoiceWriter();
        writer.rules = new PeppolRules();
        return writer;
    }

    private static String written(DocumentWriter<Invoice> writer, Invoice invoice) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.write(invoice, FormatSettings.DEFAULT, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
