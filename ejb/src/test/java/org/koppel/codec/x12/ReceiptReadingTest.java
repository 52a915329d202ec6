package org.koppel.codec.x12;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
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
}
