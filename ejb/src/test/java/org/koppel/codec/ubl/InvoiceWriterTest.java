package org.koppel.codec.ubl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.koppel.codec.DocumentException;
import org.koppel.codec.DocumentWriter;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.Invoices;
import org.koppel.codec.Problem;
import org.koppel.document.Invoice;
import org.koppel.document.InvoiceLine;
import org.koppel.document.InvoiceSums;

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
                i.order(),
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
