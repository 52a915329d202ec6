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

/** Deliveries that wait for a run and go in one file. */
class BundleTest {
    private static final DeliveryOutcome LATER = DeliveryOutcome.retry("FTP_421", "later");

    private final OutboundDatabase database = new OutboundDatabase();
    private Channel channel;
    private UUID first;
    private UUID second;
    private UUID third;

    @BeforeEach
    void threeDeliveriesThatGather() {
        database.settings.put("KOPPEL_RETRY_DELAYS", "60,300");
        channel = database.bundled("buyer-1", "csv");
        first = database.delivery(channel);
        second = database.delivery(channel);
        third = database.delivery(channel);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void nothingGoesBeforeItsRun() {
        assertThat(claim(first)).isEmpty();
        database.pass(Duration.ofMinutes(59));
        assertThat(claim(first)).isEmpty();
        assertThat(sweep()).isEmpty();
    }

    @Test
    void whatHasGatheredGoesWithTheFirstAndIsDeliveredWithIt() {
        database.pass(Duration.ofMinutes(61));
        assertThat(sweep()).containsExactlyInAnyOrder(first, second, third);

        DeliveryDesk.Claim claim = claim(second).orElseThrow();
        assertThat(claim.others()).hasSize(2);
        assertThat(claim(first)).isEmpty();
        assertThat(claim(third)).isEmpty();
        record(claim, DeliveryOutcome.delivered("Stored OR-1-and-2-more.csv"));

        for (UUID one : List.of(first, second, third)) {
            assertThat(database.column(one, "status")).isEqualTo("DELIVERED");
        }
        assertThat(database.one("select detail from delivery_attempt where delivery = '" + first + "'"))
                .isEqualTo("Together with A-1: Stored OR-1-and-2-more.csv");
    }

    @Test
    void whatComesLaterWaitsForTheNextRun() {
        database.pass(Duration.ofMinutes(61));
        UUID late = database.delivery(channel);
        assertThat(claim(first).orElseThrow().others()).hasSize(2);

        assertThat(claim(late)).isEmpty();
        database.pass(Duration.ofMinutes(60));
        assertThat(claim(late)).isPresent();
    }

    @Test
    void anAttemptThatFailsKeepsTheBundleTogether() {
        database.pass(Duration.ofMinutes(61));
        record(claim(first).orElseThrow(), LATER);
        assertThat(database.column(third, "status")).isEqualTo("RETRY");
        database.pass(Duration.ofMinutes(2));

        assertThat(claim(second)).isEmpty();
        record(claim(first).orElseThrow(), DeliveryOutcome.delivered("now"));

        assertThat(database.column(third, "status")).isEqualTo("DELIVERED");
        assertThat(database.column(third, "attempts")).isEqualTo("2");
    }

    @Test
    void aServerThatDiesDoesNotTakeTheBundleApart() {
        database.pass(Duration.ofMinutes(61));
        claim(first);
        database.pass(Duration.ofSeconds(181 + 60));
        sweep();

        assertThat(claim(first).orElseThrow().others()).hasSize(2);
    }

    @Test
    void aPersonCanSendOneOfThemAloneAndAtOnce() {
        assertThat(claim(first)).isEmpty();
        database.desk(desk -> {
            desk.reopen(first);
            return null;
        });

        DeliveryDesk.Claim claim = claim(first).orElseThrow();
        assertThat(claim.others()).isEmpty();
        record(claim, DeliveryOutcome.delivered("alone"));
        assertThat(database.column(second, "status")).isEqualTo("PENDING");
    }

    private Optional<DeliveryDesk.Claim> claim(UUID id) {
        return database.desk(desk -> desk.claim(id));
    }

    private List<UUID> sweep() {
        return database.due();
    }

    private void record(DeliveryDesk.Claim claim, DeliveryOutcome outcome) {
        database.desk(desk -> {
            desk.record(claim, outcome);
            return null;
        });
    }
}
