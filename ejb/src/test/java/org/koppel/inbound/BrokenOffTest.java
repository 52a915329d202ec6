package org.koppel.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koppel.platform.QueuedId;
import org.koppel.platform.Settings;
import org.koppel.platform.TestDatabase;

/** Messages and documents during which the server ends. */
class BrokenOffTest {
    private static final Instant MONDAY = Instant.parse("2026-01-05T08:00:00Z");
    private static final Duration STALE = Duration.ofMinutes(2);

    private final UUID message = UUID.randomUUID();
    private final List<UUID> turns = new ArrayList<>();
    private Instant now = MONDAY;
    private SessionFactory factory;
    private EntityManager em;
    private WaitingWork waiting;
    private Failures failures;

    @BeforeEach
    void open() {
        factory = TestDatabase.sessions(TestDatabase.fresh());
        em = factory.createEntityManager();
        execute("insert into customer (id, name) values ('buyer-1', 'Buyer 1')");
        execute(
                "insert into inbound_message (id, received_at, channel, customer, content, size, sha256, status, changed_at,"
                        + " queued_at) values ('" + message
                        + "', now(), 'api', 'buyer-1', '', 0, '', 'RECEIVED', now(), '"
                        + MONDAY + "')");
        waiting = waiting();
        failures = new Failures();
        failures.messages = waiting.rows;
        failures.turns = waiting.turns;
    }

    @AfterEach
    void close() {
        em.close();
        factory.close();
    }

    @Test
    void aMessageThatEndsTheServerEachTimeFailsAfterThreeSuchAttemptsForThePersonToRead() {
        for (int attempt = 0; attempt < 3; attempt++) {
            begin(Work.MESSAGE, sweep(Work.MESSAGE));
        }

        assertThat(sweep(Work.MESSAGE)).as("nobody gets it any more").isEmpty();
        assertThat(column("status")).isEqualTo("FAILED");
        assertThat(column("cause"))
                .asString()
                .startsWith("BROKEN_OFF: The server ended")
                .contains("try again");
    }

    @Test
    void whatOnlyWaitedIsNotCountedHoweverOftenItIsBrought() {
        for (int i = 0; i < 10; i++) {
            assertThat(sweep(Work.MESSAGE)).containsExactly(new QueuedId(message, 0));
        }
    }

    @Test
    void whatWasBroughtSeveralTimesBeforeSomebodyHadTimeIsOneAttempt() {
        List<QueuedId> brought = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            brought.addAll(sweep(Work.MESSAGE));
        }
        begin(Work.MESSAGE, brought);

        assertThat(sweep(Work.MESSAGE)).containsExactly(new QueuedId(message, 1));
    }

    @Test
    void anAttemptThatFailsHasAnEnd() {
        for (int attempt = 0; attempt < 4; attempt++) {
            begin(Work.MESSAGE, sweep(Work.MESSAGE));
            inTransaction(() -> waiting.rows.noteFailure(Work.MESSAGE, message, "disk full", now));
        }

        assertThat(sweep(Work.MESSAGE)).containsExactly(new QueuedId(message, 0));
    }

    @Test
    void whatCannotBeDoneYetIsTriedForAsLongAsItTakes() {
        for (int attempt = 0; attempt < 10; attempt++) {
            begin(Work.MESSAGE, sweep(Work.MESSAGE));
            inTransaction(() -> {
                waiting.rows.ended(Work.MESSAGE, message);
                return null;
            });
        }

        assertThat(sweep(Work.MESSAGE)).containsExactly(new QueuedId(message, 0));
    }

    @Test
    void tryingAgainBeginsAnew() {
        for (int attempt = 0; attempt < 3; attempt++) {
            begin(Work.MESSAGE, sweep(Work.MESSAGE));
        }
        sweep(Work.MESSAGE);

        assertThat(inTransaction(() -> waiting.rows.again(Work.MESSAGE, message, now)))
                .isTrue();

        assertThat(sweep(Work.MESSAGE)).containsExactly(new QueuedId(message, 0));
    }

    @Test
    void aDocumentThatEndsTheServerEachTimePassesTheTurnOn() {
        execute("update inbound_message set status = 'SPLIT'");
        UUID document = UUID.randomUUID();
        execute("insert into document (id, direction, customer, type, number, message, position, content, status,"
                + " created_at, changed_at, queued_at) values ('" + document + "', 'IN', 'buyer-1', 'Order', 'B-1', '"
                + message + "', 0, '{}', 'PENDING', now(), now(), '" + MONDAY + "')");
        for (int attempt = 0; attempt < 3; attempt++) {
            begin(Work.DOCUMENT, sweep(Work.DOCUMENT));
        }
        assertThat(turns).isEmpty();

        assertThat(sweep(Work.DOCUMENT)).isEmpty();
        assertThat(turns).containsExactly(document);
    }

    /** The sweeper comes by when everything that was sent before is old. */
    private List<QueuedId> sweep(Work work) {
        now = now.plus(STALE);
        return inTransaction(() -> waiting.of(work));
    }

    /** A listener takes what was brought; its server ends before anything else is written. */
    private void begin(Work work, List<QueuedId> brought) {
        assertThat(brought).isNotEmpty();
        failures.clock = Clock.fixed(now, ZoneOffset.UTC);
        for (QueuedId queued : brought) {
            inTransaction(() -> {
                failures.begin(work, queued.id(), queued.begun().orElseThrow());
                return null;
            });
        }
    }

    private WaitingWork waiting() {
        WaitingWork made = new WaitingWork();
        made.rows = new InboundMessages();
        made.rows.em = em;
        made.turns = new Turns() {
            @Override
            void pass(UUID document, Instant at) {
                turns.add(document);
            }
        };
        made.settings = new Settings() {
            @Override
            public Duration sweepAfter() {
                return Duration.ofMinutes(1);
            }
        };
        made.clock = new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
        return made;
    }

    private Object column(String name) {
        return em.createNativeQuery("select " + name + " from inbound_message").getSingleResult();
    }

    private void execute(String sql) {
        inTransaction(() -> em.createNativeQuery(sql).executeUpdate());
    }

    private <T> T inTransaction(Supplier<T> work) {
        em.getTransaction().begin();
        T result = work.get();
        em.getTransaction().commit();
        return result;
    }
}
