package org.koppel.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.koppel.shared.PartyId;
import org.koppel.transport.CertificateEnd;
import org.koppel.transport.TransportId;

class EndingCertificatesTest {
    private static final Instant MONDAY = Instant.parse("2026-01-05T08:00:00Z");

    @Test
    void thoseThatEndWithinThirtyDaysAndThoseThatHaveEndedAreShownTheFirstToEndFirst() {
        CertificateEnd over = end(false, -1);
        CertificateEnd soon = end(false, 29);
        CertificateEnd later = end(false, 31);
        CertificateEnd next = end(true, 3);

        assertThat(EndingCertificates.soon(List.of(soon, later, over), List.of(next), MONDAY))
                .containsExactly(over, next, soon);
    }

    private static CertificateEnd end(boolean wayIn, int days) {
        return new CertificateEnd(
                wayIn,
                UUID.randomUUID(),
                new PartyId("ediplus"),
                new TransportId("as2"),
                MONDAY.plus(Duration.ofDays(days)));
    }
}
