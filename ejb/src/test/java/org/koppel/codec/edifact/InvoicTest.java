package org.koppel.codec.edifact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.koppel.codec.ControlNumber;
import org.koppel.codec.DocumentWriter;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.Invoices;
import org.koppel.document.Invoice;

class InvoicTest {
    private static final FormatSettings AGREED = new FormatSettings("nl", Map.of(ControlNumber.OPTION, "77"));

    @Test
    void anInvoiceIsAsTheGoldenFileShows() throws Exception {
        assertThat(written(new EdifactD96AInvoiceWriter(), Invoices.anInvoice()).replace("'", "'\n"))
                .isEqualTo(golden("invoice.edi"));
    }

    @Test
    void aCreditNoteIsAsTheGoldenFileShows() throws Exception {
        assertThat(written(new EdifactD96AInvoiceWriter(), Invoices.aCreditNote())
                        .replace("'", "'\n"))
                .isEqualTo(golden("credit-note.edi"));
    }

    @Test
    void everyReferenceOfTheOrderIsThere() throws Exception {
        assertThat(written(new EdifactD96AInvoiceWriter(), Invoices.anInvoice()))
                .contains("RFF+ON:4711'", "RFF+DQ:DA-4711-1'", "RFF+CR:INKOOP-7'", "RFF+AEP:Nieuwbouw Aalst'")
                .contains("RFF+AGI:BA-7'", "RFF+CT:RAAM-2026'", "RFF+ADE:KP-100'", "RFF+VN:V-88'", "RFF+ON:4711:20'");
    }

    @Test
    void theNewerDirectoryHasItsOwnVersion() throws Exception {
        assertThat(written(new EdifactD01BInvoiceWriter(), Invoices.anInvoice()))
                .contains("INVOIC:D:01B:UN:EAN010");
    }

    private static String written(DocumentWriter<Invoice> writer, Invoice invoice) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.write(invoice, AGREED, out);
        return out.toString(StandardCharsets.ISO_8859_1);
    }

    private static String golden(String name) throws Exception {
        try (InputStream golden = InvoicTest.class.getResourceAsStream("/golden/edifact/" + name)) {
            return new String(golden.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
