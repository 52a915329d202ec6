package org.koppel.codec.cebeo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.koppel.codec.BackOfficeDocuments.golden;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.koppel.codec.Envelope;
import org.koppel.codec.FormatSettings;
import org.koppel.document.OrderCancellation;
import org.koppel.shared.DocumentNumber;

class CebeoDeleteTest {
    private static final byte[] DELETE = golden("cebeo/order-delete.xml");

    @Test
    void theEnvelopeTellsWhoTakesAnOrderBack() throws Exception {
        Envelope envelope = new CebeoEnvelopeReader().read(new ByteArrayInputStream(DELETE));

        assertThat(envelope.documentClass()).contains(OrderCancellation.class);
        assertThat(envelope.senders()).containsExactly(new Envelope.Identity("CebeoXML", "400200"));
        assertThat(envelope.proofs()).hasSize(1);
    }

    @Test
    void anOrderIsNamedByOurNumberAndTakenBackWhenTheMessageComes() throws Exception {
        List<OrderCancellation> read = new ArrayList<>();
        Instant monday = Instant.parse("2026-01-05T08:00:00Z");

        new CebeoOrderCancellationReader()
                .read(new ByteArrayInputStream(DELETE), FormatSettings.DEFAULT.receivedAt(monday), read::add);

        DocumentNumber ours = new DocumentNumber("OR-4711");
        assertThat(read)
                .containsExactly(new OrderCancellation(
                        ours, null, OffsetDateTime.parse("2026-01-05T08:00:00Z"), ours, false, null));
    }
}
