package org.koppel.inbound.pickup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.koppel.platform.Settings;
import org.koppel.transport.TransportId;

/** Visits beside each other. A way in named {@code hangs} never ends by itself. */
class PickupsTest {
    private static final int PATIENCE_SECONDS = 30;

    private final Queue<String> due = new ConcurrentLinkedQueue<>();
    private final BlockingQueue<String> begun = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> ended = new LinkedBlockingQueue<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private final Queue<Set<UUID>> told = new ConcurrentLinkedQueue<>();
    private Pickups pickups;

    @AfterEach
    void end() {
        over.countDown();
        pickups.close();
    }

    @Test
    void aPartnerThatHangsHoldsUpOnlyItself() throws Exception {
        pickups = pickups(2);
        due.addAll(List.of("hangs", "a", "b"));

        pickups.beginDue();
        assertThat(ended.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo("a");
        untilBegun("b");

        assertThat(ended.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo("b");
        untilBegun("hangs");
        assertThat(ended).isEmpty();
    }

    @Test
    void noMoreVisitsAreBegunThanThereArePlaces() {
        pickups = pickups(1);
        due.addAll(List.of("hangs", "a"));

        pickups.beginDue();
        pickups.beginDue();

        assertThat(due).as("waits, or goes to another node").containsExactly("a");
    }

    @Test
    void aPlaceThatIsStillVisitedIsNotAskedForAgain() {
        pickups = pickups(3);
        due.add("hangs");

        pickups.beginDue();

        assertThat(told).hasSize(2);
        assertThat(told.poll()).isEmpty();
        assertThat(told.poll()).as("the one that hangs").hasSize(1);
    }

    /** The place that was left may be taken by the next look only, and a thread may begin later than one after it. */
    private void untilBegun(String name) {
        while (!begun.contains(name)) {
            pickups.beginDue();
            Thread.onSpinWait();
        }
    }

    private Pickups pickups(int places) {
        Pickups made = new Pickups();
        made.threads = task -> new Thread(task, "visit");
        made.settings = new Settings() {
            @Override
            public int number(String name, int otherwise) {
                return places;
            }
        };
        made.desk = new PickupDesk() {
            @Override
            public Optional<Claim> claim(Set<UUID> busy) {
                told.add(busy);
                return Optional.ofNullable(due.poll()).map(PickupsTest::claim);
            }
        };
        made.run = new PickupRun() {
            @Override
            public void run(Claim claim) {
                begun.add(claim.way().name());
                if (claim.way().name().equals("hangs")) {
                    hang();
                }
                ended.add(claim.way().name());
            }
        };
        made.open();
        return made;
    }

    private void hang() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Claim claim(String name) {
        WayIn way = new WayIn(
                UUID.randomUUID(),
                Optional.empty(),
                name,
                new TransportId("folder"),
                Map.of(),
                Optional.empty(),
                new WayIn.Selection("*", Readiness.NAME, ".ok", Duration.ofSeconds(1)),
                "archive",
                "error",
                Duration.ofMinutes(1),
                Duration.ofSeconds(5),
                true);
        return new Claim(way, UUID.randomUUID(), Instant.parse("2026-01-05T08:00:00Z"));
    }
}
