package org.koppel.operations.portal;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.hibernate.SessionFactory;
import org.koppel.operations.Audit;
import org.koppel.operations.AuditEntry;
import org.koppel.operations.OperationsFixture;
import org.koppel.party.BuyerEntries;
import org.koppel.party.Channels;
import org.koppel.party.Couplings;
import org.koppel.party.Sites;
import org.koppel.platform.TestDatabase;
import org.koppel.punchout.PunchoutFixture;
import org.koppel.punchout.ShopperGrants;
import org.koppel.shared.PartyId;

/** The customer's own pages on a real PostgreSQL, without a container: two customers alike, a clock that a test moves. */
final class PortalDatabase implements AutoCloseable {
    static final PartyId BOUWGROEP = new PartyId("bouwgroep");
    static final PartyId ZORGGROEP = new PartyId("zorggroep");
    static final PortalPerson LIES = new PortalPerson("lies", "Lies Baert", BOUWGROEP);
    static final PortalPerson EVA = new PortalPerson("eva", "Eva Smit", ZORGGROEP);
    static final Instant MONDAY = Instant.parse("2026-01-05T08:00:00Z");

    final PortalUsers users = new PortalUsers();
    final PortalSessions sessions = new PortalSessions();
    final PortalLogin login = new PortalLogin();
    final PortalInvitations invitations = new PortalInvitations();
    final SiteDesk sites = new SiteDesk();
    final BuyerDesk buyers = new BuyerDesk();
    final NotificationDesk notifications = new NotificationDesk();
    final CouplingDesk couplings = new CouplingDesk();
    final BudgetDesk budgets = new BudgetDesk();
    final AssortmentDesk assortments = new AssortmentDesk();
    final Commitments commitments = new Commitments();
    /** Invitations by address. */
    final Map<String, InvitationMail.Told> mailed = new HashMap<>();

    final EntityManager em;
    private final Audit audit;
    private final SessionFactory factory;
    private Instant now = MONDAY;

    PortalDatabase() {
        factory = TestDatabase.sessions(TestDatabase.fresh());
        em = factory.createEntityManager();
        Clock clock = new MovableClock();
        audit = OperationsFixture.audit(em, clock);
        wireLogin(clock);
        wireDesks(clock);
        run("insert into customer (id, name) values ('bouwgroep', 'Bouwgroep'), ('zorggroep', 'Zorggroep')");
        for (String customer : new String[] {"bouwgroep", "zorggroep"}) {
            run("insert into site (customer, address_id, name) values ('" + customer + "', 'HQ', 'Head office'), ('"
                    + customer + "', 'YARD', 'Yard')");
            run("insert into buyer (customer, login, name, site) values ('" + customer + "', 'an', 'An', 'HQ')");
        }
    }

    private void wireLogin(Clock clock) {
        users.em = em;
        users.clock = clock;
        sessions.em = em;
        sessions.clock = clock;
        login.users = users;
        login.sessions = sessions;
        login.audit = audit;
        login.nobodys = OperationsFixture.quickHash("nobody's");
        invitations.users = users;
        invitations.audit = audit;
        invitations.hashing = OperationsFixture::quickHash;
        invitations.mail = new InvitationMail() {
            @Override
            public void send(Told told, String to) {
                mailed.put(to, told);
            }
        };
        invitations.clock = clock;
    }

    private void wireDesks(Clock clock) {
        Sites places = new Sites(em);
        SiteUses uses = new SiteUses();
        uses.em = em;
        sites.sites = places;
        sites.uses = uses;
        sites.audit = audit;
        buyers.buyers = new BuyerEntries(em);
        buyers.sites = places;
        buyers.audit = audit;
        couplings.couplings = new Couplings(em, clock);
        couplings.audit = audit;
        notifications.couplings = couplings.couplings;
        notifications.channels = new Channels(em);
        notifications.audit = audit;
        commitments.em = em;
        wireGrants(clock, places);
    }

    private void wireGrants(Clock clock, Sites places) {
        Grantees grantees = new Grantees();
        grantees.sites = places;
        grantees.buyers = buyers.buyers;
        budgets.budgets = PunchoutFixture.budgets(em, clock);
        budgets.policies = PunchoutFixture.policies(em);
        budgets.grantees = grantees;
        budgets.audit = audit;
        assortments.grants = new ShopperGrants(em);
        assortments.grantees = grantees;
        assortments.audit = audit;
    }

    <T> T transaction(Supplier<T> work) {
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

    void run(String sql) {
        transaction(() -> em.createNativeQuery(sql).executeUpdate());
    }

    /** All of a table as text, to compare. */
    String dump(String table, PartyId customer) {
        return transaction(() -> String.valueOf(em.createNativeQuery(
                        "select coalesce(string_agg(cast(t as text), ';' order by cast(t as text)), '') from " + table
                                + " t where customer = :customer")
                .setParameter("customer", customer.value())
                .getSingleResult()));
    }

    /** What was noted about a customer, in the order of the alphabet. */
    List<String> noted(PartyId customer) {
        return transaction(() -> audit.of(customer)).stream()
                .map(AuditEntry::action)
                .sorted()
                .toList();
    }

    UUID channel(String customer, String transport) {
        UUID id = UUID.randomUUID();
        run("insert into channel (id, customer, document_type, formats, transport, settings) values ('" + id + "', '"
                + customer + "', 'OrderResponse', 'html, pdf', '" + transport
                + "', '{\"to\":\"old@example.com\",\"subject\":\"kept\"}')");
        return id;
    }

    /** An order of one line of 10 at 2.50; {@code line} is the line's status (null: not answered) and quantities. */
    UUID order(String customer, String number, String status, String site, String line, String references) {
        UUID message = UUID.randomUUID();
        UUID document = UUID.randomUUID();
        UUID id = UUID.randomUUID();
        run(
                "insert into inbound_message (id, received_at, channel, customer, content, size, sha256, status, changed_at)"
                        + " values ('" + message + "', '" + MONDAY + "', 'api', '" + customer
                        + "', 'x', 1, '\\x00', 'PROCESSED', '" + MONDAY + "')");
        run(
                "insert into document (id, direction, customer, type, number, message, content, status, created_at, changed_at)"
                        + " values ('" + document + "', 'IN', '" + customer + "', 'Order', '" + number + "', '"
                        + message
                        + "', '{}', 'PROCESSED', '" + MONDAY + "', '" + MONDAY + "')");
        run("insert into purchase_order (id, version, customer, number, status, document, digest, currency, site,"
                + " issued_at, received_at, changed_at, line_count) values ('" + id + "', 0, '" + customer + "', '"
                + number + "', '" + status + "', '" + document + "', '\\x00', 'EUR', '" + site + "', '" + MONDAY
                + "', '" + MONDAY + "', '" + MONDAY + "', 1)");
        run("insert into purchase_order_line (purchase_order, position, number, quantity, unit, expected_price,"
                + " agreed_price, status, confirmed, backordered, references_) values ('" + id
                + "', 1, '1', 10, 'H87', 3, 2.50, " + line + ", " + references + ")");
        return id;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    @Override
    public void close() {
        em.close();
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
