package org.koppel.outbound;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hibernate.SessionFactory;
import org.koppel.archive.Archive;
import org.koppel.archive.ArchivedDocument;
import org.koppel.codec.FormatId;
import org.koppel.document.Acknowledgement;
import org.koppel.party.Channel;
import org.koppel.party.Channels;
import org.koppel.platform.Settings;
import org.koppel.platform.TestDatabase;
import org.koppel.shared.DocumentNumber;
import org.koppel.shared.PartyId;
import org.koppel.transport.TransportId;

/** The outbox on a real PostgreSQL without a container: every call in a transaction of its own, a clock that a test moves. */
final class OutboundDatabase implements AutoCloseable {
    static final Instant MONDAY = Instant.parse("2026-01-05T08:00:00Z");

    final Map<String, String> settings = new ConcurrentHashMap<>();
    private final Map<UUID, Channel> channels = new ConcurrentHashMap<>();
    private final SessionFactory factory;
    private volatile Instant now = MONDAY;

    OutboundDatabase() {
        factory = TestDatabase.sessions(TestDatabase.fresh(), OutboundDelivery.class, ArchivedDocument.class);
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

    /** One call of the desk in one transaction. */
    <T> T desk(Function<DeliveryDesk, T> call) {
        return transaction(em -> call.apply(deskOn(em)));
    }

    /** A person wants it sent again. @return what goes */
    List<UUID> deliveriesAgain(UUID delivery) {
        return desk(desk -> desk.reopen(delivery)).ids();
    }

    /** One call of what counts failures of the server, in one transaction. */
    void breakdowns(Consumer<Breakdowns> call) {
        transaction(em -> {
            Breakdowns breakdowns = new Breakdowns();
            breakdowns.deliveries = new OutboundDeliveries();
            breakdowns.deliveries.em = em;
            breakdowns.clock = new MovableClock();
            call.accept(breakdowns);
            return null;
        });
    }

    /** From now on the channel cannot be read. */
    void lose(Channel channel) {
        channels.remove(channel.id());
    }

    private DeliveryDesk deskOn(EntityManager em) {
        DeliveryDesk desk = new DeliveryDesk();
        desk.deliveries = new OutboundDeliveries();
        desk.deliveries.em = em;
        desk.archive = new Archive() {
            @Override
            public Optional<ArchivedDocument> byId(UUID id) {
                return Optional.ofNullable(em.find(ArchivedDocument.class, id));
            }
        };
        desk.channels = new Channels(em) {
            @Override
            public Optional<Channel> byId(UUID id) {
                return Optional.ofNullable(channels.get(id));
            }
        };
        desk.settings = settings();
        desk.retries = new RetryPolicy();
        desk.retries.settings = settings();
        desk.clock = new MovableClock();
        return desk;
    }

    Settings settings() {
        return new Settings() {
            @Override
            public Optional<String> text(String name) {
                return Optional.ofNullable(settings.get(name));
            }
        };
    }

    /** What a sweep finds, while these customers are attended. */
    List<UUID> due(String... attended) {
        return desk(desk -> desk.waiting(Stream.of(attended).map(PartyId::new).toList()));
    }

    Channel channel(String customer, String... formats) {
        List<FormatId> ids = List.of(formats).stream().map(FormatId::new).toList();
        Channel channel = new Channel(
                UUID.randomUUID(),
                new PartyId(customer),
                "Acknowledgement",
                ids,
                new TransportId("test"),
                Map.of("to", "them"));
        channels.put(channel.id(), channel);
        transaction(em -> {
            run(em, "insert into customer (id, name) values ('" + customer + "', 'x') on conflict do nothing");
            return run(
                    em,
                    "insert into channel (id, customer, document_type, formats, transport) values ('" + channel.id()
                            + "', '" + customer + "', 'Acknowledgement', '" + String.join(",", formats) + "', 'test')");
        });
        return channel;
    }

    UUID delivery(Channel over) {
        return delivery(over, "A-1");
    }

    UUID delivery(Channel over, String number) {
        ArchivedDocument document = ArchivedDocument.out(
                over.customer(),
                null,
                new Acknowledgement(
                        new DocumentNumber(number),
                        OffsetDateTime.parse("2026-01-05T08:00:00Z"),
                        null,
                        Acknowledgement.Outcome.RECEIVED,
                        List.of()),
                now);
        OutboundDelivery delivery = new OutboundDelivery(document, over, now);
        transaction(em -> {
            em.persist(document);
            em.flush();
            em.persist(delivery);
            return null;
        });
        return delivery.id();
    }

    /** One value of the delivery's row as text; null is "null". */
    String column(UUID delivery, String column) {
        return one("select " + column + " from delivery where id = '" + delivery + "'");
    }

    String one(String sql) {
        return transaction(
                em -> String.valueOf(em.createNativeQuery(sql, Object.class).getSingleResult()));
    }

    void write(String sql) {
        transaction(em -> run(em, sql));
    }

    /** A channel whose deliveries wait for the full hour. */
    Channel bundled(String customer, String... formats) {
        Channel channel = channel(customer, formats);
        write("update channel set bundle = 'RUN', bundle_minutes = 60, zone = 'UTC' where id = '" + channel.id() + "'");
        reload(channel.id());
        return channels.get(channel.id());
    }

    /** Takes a channel as the database has it now. */
    void reload(UUID channel) {
        channels.put(channel, transaction(em -> new Channels(em).byId(channel).orElseThrow()));
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    private static int run(EntityManager em, String sql) {
        return em.createNativeQuery(sql).executeUpdate();
    }

    @Override
    public void close() {
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
