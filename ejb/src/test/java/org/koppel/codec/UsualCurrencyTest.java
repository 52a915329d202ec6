package org.koppel.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.koppel.codec.BackOfficeDocuments.golden;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.koppel.codec.edifact.EdifactD96AReader;
import org.koppel.codec.x12.X12Reader;
import org.koppel.document.Document;
import org.koppel.document.Order;

/** In which currency prices are where the document does not say so: in the one that was agreed, else in euro. */
class UsualCurrencyTest {

    @Test
    void anEdifactOrderWithoutCuxIsInTheAgreedCurrency() throws Exception {
        byte[] silent = golden("edifact/order-minimal.edi");

        assertThat(currency(new EdifactD96AReader(), silent, FormatSettings.DEFAULT))
                .isEqualTo("EUR");
        assertThat(currency(new EdifactD96AReader(), silent, FormatSettings.DEFAULT.inCurrency("CHF")))
                .isEqualTo("CHF");
    }

    @Test
    void anX12OrderWithoutCurIsInTheAgreedCurrency() throws Exception {
        byte[] silent = golden("x12/order-minimal.x12");

        assertThat(currency(new X12Reader(), silent, FormatSettings.DEFAULT.inCurrency("USD")))
                .isEqualTo("USD");
    }

    @Test
    void whatTheDocumentSaysGoesBeforeTheAgreement() throws Exception {
        assertThat(currency(
                        new EdifactD96AReader(),
                        golden("edifact/order-full.edi"),
                        FormatSettings.DEFAULT.inCurrency("CHF")))
                .isEqualTo("EUR");
    }

    private static String currency(DocumentReader<Document> reader, byte[] message, FormatSettings settings)
            throws Exception {
        List<Document> read = new ArrayList<>();
        reader.read(new ByteArrayInputStream(message), settings, read::add);
        return ((Order) read.get(0)).currency();
    }
}
