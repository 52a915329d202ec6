package org.koppel.codec.ubl;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.Invoices;
import org.koppel.document.Invoice;
import org.koppel.document.InvoiceSums;
import org.koppel.fuzz.Fuzzed;
import org.koppel.platform.Json;

/** A UBL Invoice or CreditNote: read into an invoice that adds up and survives being stored, or refused with problems. */
class UblInvoiceFuzz {
    static Stream<byte[]> seeds() throws IOException {
        return Stream.of(bytes(Invoices.anInvoice()), bytes(Invoices.aCreditNote()));
    }

    private static byte[] bytes(Invoice invoice) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new UblInvoiceWriter().write(invoice, FormatSettings.DEFAULT, out);
        return out.toByteArray();
    }

    @MethodSource("seeds")
    @FuzzTest
    void messages(byte[] message) throws IOException {
        try {
            new UblEnvelopeReader().read(new ByteArrayInputStream(message));
        } catch (DocumentException e) {
            Fuzzed.checkRefusal(e);
        }
        try {
            Invoice invoice = InvoiceWalk.read(new ByteArrayInputStream(message), FormatSettings.DEFAULT);
            assertThat(invoice.lines()).isNotEmpty();
            assertThat(InvoiceSums.reckoned(invoice).totals().payable()).isNotNull();
            assertThat(Json.read(Json.write(invoice), Invoice.class)).isEqualTo(invoice);
        } catch (DocumentException e) {
            Fuzzed.checkRefusal(e);
        }
    }
}
