package org.koppel.punchout;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.koppel.party.Customer;
import org.koppel.party.Customers;
import org.koppel.platform.Settings;
import org.koppel.platform.TestDatabase;
import org.koppel.shared.PartyId;

/** The punch-out services on a real PostgreSQL of their own, with Hibernate as on the server but no container. */
public final class PunchoutDatabase implements AutoCloseable {
    public static final PartyId BOUWGROEP = new PartyId("bouwgroep");
    public static final PartyId ZORGGROEP = new PartyId("zorggroep");
    static final Instant MONDAY = Instant.parse("2026-01-05T08:00:00Z");

    final StoredVisits storedVisits = new StoredVisits();
    final StoredCarts storedCarts = new StoredCarts();
    final StoredAttachments storedAttachments = new StoredAttachments();
    final Visits visits = new Visits();
    final ParkedCarts parkedCarts = new ParkedCarts();
    private final SessionFactory sessions;
    private final EntityManager em;
    private final Clock clock = new MovableClock();
    private Instant now = MONDAY;

    /** With two customers and no catalogue. */
    public PunchoutDatabase() {
        this(TestDatabase.fresh());
        transaction(() -> em.createNativeQuery(
                        "insert into customer (id, name) values ('bouwgroep', 'Bouwgroep'), ('zorggroep', 'Zorggroep')")
                .executeUpdate());
    }

    /** On a database that has its customers already. */
    public PunchoutDatabase(DataSource source) {
        sessions = TestDatabase.sessions(source, StoredVisit.class, Cart.class);
        em = sessions.createEntityManager();
        storedVisits.em = em;
        storedVisits.source = source;
        storedCarts.em = em;
        storedAttachments.em = em;
        visits.visits = storedVisits;
        visits.customers = new AgreedCustomers();
        visits.settings = new Settings();
        visits.clock = clock;
        parkedCarts.carts = storedCarts;
        parkedCarts.attachments = storedAttachments;
        parkedCarts.clock = clock;
    }

    /** In a transaction of its own, with nothing cached from before. */
    public <T> T transaction(Supplier<T> work) {
        em.clear();
        em.getTransaction().begin();
        try {
            T result = work.get();
            em.getTransaction().commit();
            return result;
        } finally {
            if (em.getTransaction().isActive()) {
                em.getTransaction().rollback();
            }
        }
    }

    public void transaction(Runnable work) {
        transaction(() -> {
            work.run();
            return null;
        });
    }

    public EntityManager entities() {
        return em;
    }

    /** Stands still but for {@link #pass}. */
    public Clock clock() {
        return clock;
    }

    Instant now() {
        return now;
    }

    public void pass(Duration time) {
        now = now.plus(time);
    }

    Visit visitOf(PartyId customer) {
        ReturnAddress home = new ReturnAddress(
                "https://srm.example/in", List.of(new FormField("sap-client", "100")), "_top", "ISO-8859-1");
        String token = transaction(() -> visits.open(
                new Arrival(customer, "oci-user", "An Peeters", "OCI", "nl", home, Map.of("SITEID", "GENT"))));
        return transaction(() -> visits.byToken(token));
    }

    @Override
    public void close() {
        em.close();
        sessions.close();
    }

    private static final class AgreedCustomers extends Customers {
        @Override
        public Optional<Customer> byId(PartyId id) {
            return Optional.empty();
        }

        @Override
        public List<String> allowedOrigins(PartyId customer) {
            return List.of("https://srm.example");
        }
    }

    private final class MovableClock extends Clock {
        @Override
        public ZoneOffset getZone() {
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
