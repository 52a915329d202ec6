package org.koppel.inbound.pickup;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
import org.hibernate.SessionFactory;
import org.koppel.codec.Problem;
import org.koppel.document.Acknowledgement.Outcome;
import org.koppel.inbound.Inbox;
import org.koppel.inbound.Incoming;
import org.koppel.inbound.Receipt;
import org.koppel.platform.Secrets;
import org.koppel.platform.Settings;
import org.koppel.platform.TestDatabase;
import org.koppel.shared.PartyId;
import org.koppel.transport.Arrival;
import org.koppel.transport.DeliveryOutcome;
import org.koppel.transport.Patience;
import org.koppel.transport.Pickup;
import org.koppel.transport.PickupRegistry;
import org.koppel.transport.Reception;
import org.koppel.transport.SealedSettings;
import org.koppel.transport.TransportId;
import org.koppel.transport.WaitingFile;

/**
 * Ways in on a real PostgreSQL without a container: every call in a transaction of its own, a clock that a test moves. The inbox
 * writes a row for each message and refuses what begins with {@code bad}.
 */
final class PickupDatabase implements AutoCloseable {
    static final Instant MONDAY = Instant.parse("2026-01-05T08:00:00Z");

    final Map<String, String> settings = new ConcurrentHashMap<>();
    final List<String> received = Collections.synchronizedList(new ArrayList<>());
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final SessionFactory factory;
    private final Pickup pickup;
    private final PickupRun runner;
    private Instant now = MONDAY;

    PickupDatabase(Pickup pickup) {
        this.pickup = pickup;
        factory = TestDatabase.sessions(TestDatabase.fresh());
        runner = runner();
        transaction(em -> em.createNativeQuery("insert into customer (id, name) values ('buyer-1', 'Buyer 1')")
                .executeUpdate());
    }

    <T> T transaction(Function<EntityManager, T> work) {
        try (EntityManager em = factory.createEntityManager()) {
            em.getTransaction().begin();
            try {
                T result = work.apply(em);
                em.getTransaction().commit();
                return result;
            } finally {
                if (em.getTransaction().isActive()) {
                    em.getTransaction().rollback();
                }
            }
        }
    }

    /** A way in over the pick-up, every ten minutes. */
    WayIn way(WayIn.Selection selection) {
        return way(selection, Duration.ofSeconds(30));
    }

    WayIn way(WayIn.Selection selection, Duration timeout) {
        WayIn way = new WayIn(
                UUID.randomUUID(),
                Optional.of(new PartyId("buyer-1")),
                "Orders of buyer 1",
                new TransportId("folder"),
                Map.of("directory", "orders"),
                Optional.empty(),
                selection,
                "archive",
                "error",
                Duration.ofMinutes(10),
                timeout,
                true);
        transaction(em -> {
            waysOn(em).save(way, now);
            return null;
        });
        return way;
    }

    Optional<Claim> claim() {
        return claim(Set.of());
    }

    /** By a node that still visits others. */
    Optional<Claim> claim(Set<UUID> busy) {
        return transaction(em -> deskOn(em).claim(busy));
    }

    /** The whole of a visit that is due. */
    void visit() {
        run(claim().orElseThrow());
    }

    void run(Claim claim) {
        runner.run(claim);
    }

    private PickupRun runner() {
        PickupRun run = new PickupRun();
        run.stragglers = new Stragglers();
        run.patience = new Patience(Thread::new, Duration.ofMinutes(1));
        run.timer = timer;
        run.pickups = registry();
        run.sealed = new SealedSettings(new Secrets(settings()));
        run.settings = settings();
        run.clock = new MovableClock();
        run.candidates = new Candidates() {
            @Override
            Choice of(WayIn way, List<WaitingFile> listed, Instant at) {
                return transaction(em -> candidatesOn(em).of(way, listed, at));
            }

            @Override
            Choice all(WayIn way, List<WaitingFile> listed) {
                return transaction(em -> candidatesOn(em).all(way, listed));
            }
        };
        run.intake = new FileIntake() {
            @Override
            public void keep(Claim of, Instant leaseUntil) {
                transaction(em -> {
                    FileIntake keeping = new FileIntake();
                    keeping.ways = waysOn(em);
                    keeping.keep(of, leaseUntil);
                    return null;
                });
            }

            @Override
            public Optional<Taken> take(Claim of, Arrived arrived, Instant leaseUntil) {
                return transaction(em -> intakeOn(em, of, arrived, leaseUntil));
            }
        };
        run.picked = new PickedFiles() {
            @Override
            public void moved(UUID file, String to, Instant at) {
                transaction(em -> {
                    pickedOn(em).moved(file, to, at);
                    return null;
                });
            }
        };
        run.desk = new PickupDesk() {
            @Override
            public void end(Claim of, Progress progress, DeliveryOutcome outcome) {
                transaction(em -> {
                    deskOn(em).end(of, progress, outcome);
                    return null;
                });
            }
        };
        return run;
    }

    private PickupRegistry registry() {
        return new PickupRegistry() {
            @Override
            public Optional<Pickup> byId(TransportId id) {
                return Optional.of(pickup);
            }

            @Override
            public List<Pickup> all() {
                return List.of(pickup);
            }
        };
    }

    private Optional<FileIntake.Taken> intakeOn(
            EntityManager em, Claim claim, FileIntake.Arrived arrived, Instant leaseUntil) {
        FileIntake intake = new FileIntake();
        intake.ways = waysOn(em);
        intake.picked = pickedOn(em);
        intake.clock = new MovableClock();
        intake.letters = new LetterIntake();
        intake.inbox = new Inbox() {
            @Override
            public Receipt receive(Incoming incoming) throws IOException {
                return store(em, incoming);
            }
        };
        try {
            return intake.take(claim, arrived, leaseUntil);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a partner brings by itself. */
    PickedFile bring(WayIn way, Reception.Opened opened) {
        Arrival arrival = new Arrival(Map.of(), Path.of("nowhere"), "192.0.2.1");
        return transaction(em -> {
            ReceptionIntake intake = new ReceptionIntake();
            intake.picked = pickedOn(em);
            intake.clock = new MovableClock();
            intake.inbox = new Inbox() {
                @Override
                public Receipt receive(Incoming incoming) throws IOException {
                    return store(em, incoming);
                }

                @Override
                public Receipt refuse(Incoming incoming, Problem why) throws IOException {
                    Receipt kept = store(em, incoming);
                    received.remove(received.size() - 1);
                    return kept;
                }
            };
            try {
                return intake.take(way, opened, arrival);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private Receipt store(EntityManager em, Incoming incoming) throws IOException {
        String content = new String(incoming.content().readAllBytes(), StandardCharsets.UTF_8);
        if (content.startsWith("poison")) {
            throw new IllegalStateException("The reader failed");
        }
        received.add(content);
        UUID id = UUID.randomUUID();
        em.createNativeQuery("insert into inbound_message (id, received_at, channel, customer, content, size, sha256,"
                        + " remote, status, changed_at) values (:id, now(), :channel, :customer, '', 0, '', :remote,"
                        + " 'RECEIVED', now())")
                .setParameter("id", id)
                .setParameter("channel", incoming.channel())
                .setParameter(
                        "customer",
                        incoming.caller().orElseThrow().customer().orElseThrow().value())
                .setParameter("remote", incoming.remote())
                .executeUpdate();
        boolean bad = content.startsWith("bad");
        List<Problem> problems = bad ? List.of(new Problem("NO_NUMBER", "BGM", "The number is missing")) : List.of();
        return new Receipt(id, bad ? Outcome.INVALID : Outcome.RECEIVED, false, problems, Optional.empty());
    }

    private Candidates candidatesOn(EntityManager em) {
        Candidates candidates = new Candidates();
        candidates.seen = new SeenFiles();
        candidates.seen.em = em;
        candidates.picked = pickedOn(em);
        return candidates;
    }

    private static PickedFiles pickedOn(EntityManager em) {
        PickedFiles picked = new PickedFiles();
        picked.em = em;
        return picked;
    }

    static WaysIn waysOn(EntityManager em) {
        WaysIn ways = new WaysIn();
        ways.em = em;
        return ways;
    }

    private PickupDesk deskOn(EntityManager em) {
        PickupDesk desk = new PickupDesk();
        desk.ways = waysOn(em);
        desk.runs = new WayInRuns();
        desk.runs.em = em;
        desk.pickups = registry();
        desk.settings = settings();
        desk.clock = new MovableClock();
        return desk;
    }

    List<WayInRun> runs(WayIn way) {
        return transaction(em -> {
            WayInRuns runs = new WayInRuns();
            runs.em = em;
            return runs.of(way.id(), 100);
        });
    }

    List<PickedFile> files(WayIn way) {
        return transaction(em -> pickedOn(em).of(way.id(), 100));
    }

    WayInState state(WayIn way) {
        return transaction(em -> {
            WayInStates states = new WayInStates();
            states.em = em;
            return states.all(now).get(way.id());
        });
    }

    Settings settings() {
        return new Settings() {
            @Override
            public Optional<String> text(String name) {
                return Optional.ofNullable(settings.get(name));
            }
        };
    }

    Instant now() {
        return now;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    @Override
    public void close() {
        timer.shutdownNow();
        factory.close();
    }

    private final class MovableClock extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
