package org.koppel.codec.x12;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.koppel.codec.Problem;
import org.koppel.document.PartnerReceipt;
import org.koppel.shared.DocumentNumber;

class ReceiptReadingTest {

    @Test
    void a997NamesTheGroupThatItAcceptsOrRejects() {
        X12Golden read = X12Golden.read("receipts.x12");

        assertThat(read.problems).isEmpty();
        assertThat(read.documents)
                .containsExactly(
                        new PartnerReceipt(new DocumentNumber("997-4711"), "997", "4711", null, true, List.of()),
                        new PartnerReceipt(
                                new DocumentNumber("997-4712"),
                                "997",
                                "4712",
                                null,
                                false,
                                List.of("segment PO1 at 9: error 8", "element 4: error 6 (12,50)", "set R: error 5")));
        assertThat(read.receipt).as("receipts are not answered again").isNull();
    }

    @Test
    void a999DoesTheSame() {
        X12Golden read = X12Golden.read("receipts-999.x12");

        assertThat(read.problems).isEmpty();
        assertThat(read.documents)
                .containsExactly(
                        new PartnerReceipt(new DocumentNumber("999-4711"), "999", "4711", null, true, List.of()),
                        new PartnerReceipt(
                                new DocumentNumber("999-4712"),
                                "999",
                                "4712",
                                null,
                                false,
                                List.of("segment MAN at 9: error 8", "element 2.1: error 7 (00354)", "set R: error 5")),
                        new PartnerReceipt(new DocumentNumber("999-4713"), "999", "4713", null, true, List.of()));
        assertThat(read.receipt).as("receipts are not answered again").isNull();
    }

    @Test
    void aReceiptThatSaysNothingIsRefused() {
        String nothing = new String(X12Golden.bytes("receipts-999.x12"), StandardCharsets.ISO_8859_1)
                .replace("AK1*PR*4711*004010~\n", "")
                .replace("AK9*A*1*1*1~\nSE*6*", "SE*4*");

        X12Golden read = X12Golden.read(nothing.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(read.problems).extracting(Problem::code).containsExactly("MISSING_FIELD", "MISSING_FIELD");
        assertThat(read.documents).hasSize(2);
    }
}
