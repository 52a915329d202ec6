package org.koppel.codec.cxml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.Invoices;
import org.koppel.document.Invoice;

class InvoiceDetailTest {

    @Test
    void anInvoiceIsAValidInvoiceDetailRequestWithEveryReference() throws Exception {
        String xml = written(Invoices.anInvoice());

        CxmlDtd.valid(xml);
        assertThat(xml)
                .contains("/InvoiceDetail.dtd", "invoiceID=\"F2026-100\"", "payInNumberOfDays=\"30\"")
                .contains("<OrderReference orderID=\"4711\"", "payloadID=\"payload-1\"", "agreementID=\"RAAM-2026\"")
                .contains("<SupplierOrderInfo orderID=\"V-88\"", "shipNoticeID=\"DA-4711-1\"")
                .contains("<Extrinsic name=\"requisitionID\">BA-7<", "<Extrinsic name=\"Werf\">Z-1<")
                .contains("<Extrinsic name=\"Accounting\">KP-100<", "<Extrinsic name=\"BuyerReference\">INKOOP-7<")
                .contains("<IdReference identifier=\"BE0987654394\" domain=\"vatID\"", "addressID=\"YARD\"")
                .contains(
                        "<AdditionalCost><Money currency=\"EUR\">0.72<", "<DueAmount><Money currency=\"EUR\">447.06<");
    }

    @Test
    void aCreditNoteIsALineLevelCreditMemoWithNegativeAmounts() throws Exception {
        String xml = written(Invoices.aCreditNote());

        CxmlDtd.valid(xml);
        assertThat(xml)
                .contains(
                        "purpose=\"lineLevelCreditMemo\"", "<InvoiceIDInfo invoiceID=\"F2026-100\"", "quantity=\"-1\"")
                .contains("<UnitPrice><Money currency=\"EUR\">13.25<", "<DueAmount><Money currency=\"EUR\">-16.11<");
    }

    private static String written(Invoice invoice) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new CxmlInvoiceWriter()
                .write(invoice, new FormatSettings("nl", Map.of("cxml.from", "DUNS:1", "cxml.to", "DUNS:2")), out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
