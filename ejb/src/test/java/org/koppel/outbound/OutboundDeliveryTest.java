package org.koppel.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.koppel.archive.ArchivedDocument;
import org.koppel.codec.FormatId;
import org.koppel.document.Acknowledgement;
import org.koppel.party.Channel;
import org.koppel.shared.DocumentNumber;
import org.koppel.shared.PartyId;
import org.koppel.transport.TransportId;

class OutboundDeliveryTest {
    private static final Instant MONDAY = Instant.parse("2026-01-05T08:00:00Z");
    private static final PartyId BUYER = new PartyId("buyer-1");
    private static final Duration LEASE = Duration.ofMinutes(3);

    private final OutboundDelivery delivery = new OutboundDelivery(
            ArchivedDocument.out(
                    BUYER,
                    null,
                    new Acknowledgement(
                            new DocumentNumber("A-1"),
                            OffsetDateTime.parse("2026-01-05T08:00:00Z"),
                            null,
                            Acknowledgement.Outcome.RECEIVED,
                            List.of()),
                    MONDAY),
            new Channel(
                    UUID.randomUUID(),
                    BUYER,
                    "Acknowledgement",
                    List.of(new FormatId("pdf")),
                    new TransportId("mail"),
                    Map.of()),
            MONDAY);

    @Test
    void aClaimedDeliveryBelongsToOneUntilItsLeaseEnds() {
        delivery.claim(MONDAY, LEASE);

        assertThat(delivery.isDue(MONDAY.plus(LEASE))).isFalse();
        assertThat(delivery.isDue(MONDAY.plus(LEASE).plusSeconds(1))).isTrue();
        assertThat(delivery.attempts()).isEqualTo(1);
    }

    @Test
    void anAttemptThatOutlivedItsLeaseIsNoLongerTheRunningOne() {
        delivery.claim(MONDAY, LEASE);
        assertThat(delivery.isInAttempt(1)).isTrue();

        delivery.claim(MONDAY.plus(LEASE).plusSeconds(1), LEASE);

        assertThat(delivery.isInAttempt(1)).isFalse();
        assertThat(delivery.isInAttempt(2)).isTrue();
    }

    @Test
    void aRetryWaitsForItsTime() {
        delivery.claim(MONDAY, LEASE);
        delivery.retryAt(MONDAY.plusSeconds(60), "SMTP_421: later", MONDAY);

        assertThat(delivery.isDue(MONDAY.plusSeconds(59))).isFalse();
        assertThat(delivery.isDue(MONDAY.plusSeconds(60))).isTrue();
    }

    @Test
    void aParkedDeliveryWaitsForAPersonWhoSendsItAtOnce() {
        delivery.park("SMTP_550: no such mailbox", MONDAY);
        assertThat(delivery.isDue(MONDAY.plus(Duration.ofDays(30)))).isFalse();

        delivery.resend(MONDAY);
        assertThat(delivery.isDue(MONDAY)).isTrue();
    }

    @Test
    void whatWasDeliveredIsNotDueAgain() {
        delivery.claim(MONDAY, LEASE);
        delivery.delivered(MONDAY);

        assertThat(delivery.isDue(MONDAY.plus(Duration.ofDays(1)))).isFalse();
    }
}
