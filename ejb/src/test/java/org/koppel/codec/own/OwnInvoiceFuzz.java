package org.koppel.codec.own;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.koppel.codec.DocumentException;
import org.koppel.codec.DocumentReader;
import org.koppel.codec.DocumentWriter;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.Invoices;
import org.koppel.document.Invoice;
import org.koppel.document.InvoiceSums;
import org.koppel.fuzz.Fuzzed;
import org.koppel.platform.Json;

/** An invoice in our own XML or JSON: read into one that adds up and survives being stored, or refused with problems. */
class OwnInvoiceFuzz {
    static Stream<byte[]> seeds() throws Exception {
        return Stream.of(
                bytes(new OwnXmlInvoiceWriter(), Invoices.anInvoice()),
                bytes(new OwnJsonInvoiceWriter(), Invoices.aCreditNote()));
    }

    private static byte[] bytes(DocumentWriter<Invoice> writer, Invoice invoice) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.write(invoice, FormatSettings.DEFAULT, out);
        return out.toByteArray();
    }

    @MethodSource("seeds")
    @FuzzTest
    void messages(byte[] message) throws IOException {
        boolean json = message.length > 0 && message[0] == '{';
        DocumentReader<Invoice> reader = json ? new OwnJsonInvoiceReader() : new OwnXmlInvoiceReader();
        List<Invoice> invoices = new ArrayList<>();
        try {
            reader.read(new ByteArrayInputStream(message), FormatSettings.DEFAULT, invoices::add);
            Invoice invoice = invoices.get(0);
            assertThat(InvoiceSums.reckoned(invoice).totals().payable()).isNotNull();
            assertThat(Json.read(Json.write(invoice), Invoice.class)).isEqualTo(invoice);
        } catch (DocumentException e) {
            Fuzzed.checkRefusal(e);
        }
    }
}
