package org.koppel.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koppel.party.Channel;
import org.koppel.transport.DeliveryOutcome;

class DeliveryDeskTest {
    private static final DeliveryOutcome LATER = DeliveryOutcome.retry("SMTP_421", "later");
    private static final Duration UNTIL_A_QUEUE_HAS_LOST_IT = Duration.ofSeconds(61);
    private static final Duration AFTER_THE_LEASE = Duration.ofSeconds(181);

    private final OutboundDatabase database = new OutboundDatabase();
    private UUID delivery;

    @BeforeEach
    void oneDelivery() {
        database.settings.put("KOPPEL_RETRY_DELAYS", "60,300");
        delivery = database.delivery(database.channel("buyer-1", "html"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void anAttemptWhoseServerDiesCountsAsFailed() {
        claim();
        database.pass(AFTER_THE_LEASE);
        sweep();

        assertThat(claim()).get().extracting(DeliveryDesk.Claim::attempt).isEqualTo(2);
        assertThat(attempts()).containsExactly("1 RETRY BROKEN_OFF");
    }

    @Test
    void theBacklogOfAPartnerThatIsAttendedIsLeftToItself() {
        database.pass(UNTIL_A_QUEUE_HAS_LOST_IT);

        assertThat(database.due("buyer-1")).isEmpty();
        assertThat(database.due("buyer-2")).containsExactly(delivery);
    }

    @Test
    void aDeliveryInABundleIsCalledAlsoWhileItsPartnerIsAttended() {
        database.pass(UNTIL_A_QUEUE_HAS_LOST_IT);
        database.write("update channel set bundle = 'RUN' where customer = 'buyer-1'");

        assertThat(database.due("buyer-1")).containsExactly(delivery);
    }

    @Test
    void whatANodeLeftBehindIsCalledAlsoWhileItsPartnerIsAttended() {
        claim();
        database.pass(AFTER_THE_LEASE);

        assertThat(database.due("buyer-1")).containsExactly(delivery);
    }

    @Test
    void whatAnOutageHeldUpUntilItsWindowWasClosedWaitsForTheNextOne() {
        UUID held = openUntilNoon();
        database.pass(Duration.ofHours(9)); // it is 17:00

        assertThat(claim(held)).isEmpty();
        assertThat(database.column(held, "status || ' ' || attempts")).isEqualTo("PENDING 0");

        database.pass(Duration.ofHours(15));
        assertThat(claim(held)).isPresent();
    }

    @Test
    void whatAPersonSendsAgainGoesAlsoWhileTheWindowIsClosed() {
        UUID held = openUntilNoon();
        database.pass(Duration.ofHours(9));
        database.desk(desk -> desk.reopen(held));

        assertThat(claim(held)).isPresent();
    }

    @Test
    void whatIsLateWhileTheWindowIsOpenGoesNow() {
        UUID held = openUntilNoon();
        database.pass(Duration.ofHours(2));

        assertThat(claim(held)).isPresent();
    }

    /** Made at 8:00. */
    private UUID openUntilNoon() {
        Channel channel = database.channel("buyer-1", "html");
        database.write("update channel set from_time = '08:00', to_time = '12:00', zone = 'UTC' where id = '"
                + channel.id() + "'");
        database.reload(channel.id());
        return database.delivery(channel);
    }

    @Test
    void aDeliveryThatKillsEveryServerIsParkedWhenTheRetryTableIsUsedUp() {
        for (int i = 0; i < 2; i++) {
            assertThat(claim()).isPresent();
            database.pass(Duration.ofMinutes(10));
            sweep();
        }
        assertThat(claim()).as("the last attempt of the table").isPresent();
        database.pass(Duration.ofMinutes(10));
        sweep();

        assertThat(claim()).isEmpty();
        assertThat(database.column(delivery, "status")).isEqualTo("PARKED");
        assertThat(database.column(delivery, "cause")).startsWith("Gave up. BROKEN_OFF: The server ended");
        assertThat(attempts()).hasSize(3);
    }

    @Test
    void afterABrokenAttemptTheTimeSinceItsStartCountsAsWaiting() {
        claim();
        database.pass(AFTER_THE_LEASE);
        claim();
        database.pass(AFTER_THE_LEASE);

        assertThat(claim()).as("three of five minutes have passed").isEmpty();
        assertThat(database.column(delivery, "status")).isEqualTo("RETRY");
        database.pass(Duration.ofMinutes(2));
        assertThat(claim()).isPresent();
    }

    @Test
    void anAttemptThatSucceedsAfterItsLeaseIsDeliveredInTheLogToo() {
        DeliveryDesk.Claim first = claim().orElseThrow();
        database.pass(AFTER_THE_LEASE);
        claim();
        record(first, DeliveryOutcome.delivered("taken"));

        assertThat(database.column(delivery, "status")).isEqualTo("DELIVERED");
        assertThat(attempts()).containsExactly("1 DELIVERED OK");
    }

    @Test
    void aResendBeginsTheRetryTableAnewWhileTheNumbersOfTheAttemptsGoOn() {
        for (int i = 0; i < 3; i++) {
            record(claim().orElseThrow(), LATER);
            database.pass(Duration.ofHours(1));
        }
        assertThat(database.column(delivery, "status")).isEqualTo("PARKED");

        database.desk(desk -> {
            desk.reopen(delivery);
            return null;
        });
        DeliveryDesk.Claim again = claim().orElseThrow();
        record(again, LATER);

        assertThat(again.attempt()).isEqualTo(4);
        assertThat(database.column(delivery, "status")).isEqualTo("RETRY");
        assertThat(attempts()).hasSize(4).last().isEqualTo("4 RETRY SMTP_421");
    }

    private Optional<DeliveryDesk.Claim> claim() {
        return claim(delivery);
    }

    private Optional<DeliveryDesk.Claim> claim(UUID one) {
        return database.desk(desk -> desk.claim(one));
    }

    private void sweep() {
        database.due();
    }

    private void record(DeliveryDesk.Claim claim, DeliveryOutcome outcome) {
        database.desk(desk -> {
            desk.record(claim, outcome);
            return null;
        });
    }

    private List<String> attempts() {
        String all = database.one(
                "select coalesce(string_agg(number || ' ' || outcome || ' ' || code, ',' order by number), '')"
                        + " from delivery_attempt where delivery = '" + delivery + "'");
        return all.isEmpty() ? List.of() : List.of(all.split(","));
    }
}
