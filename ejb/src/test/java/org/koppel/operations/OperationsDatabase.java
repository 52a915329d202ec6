package org.koppel.operations;

import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.Supplier;
import org.hibernate.SessionFactory;
import org.koppel.order.TakenOver;
import org.koppel.platform.DemoSecrets;
import org.koppel.platform.Settings;
import org.koppel.platform.TestDatabase;

/** The queries and the log-in on a real PostgreSQL, without a container: two customers, a clock that a test moves. */
final class OperationsDatabase implements AutoCloseable {
    static final Instant MONDAY = Instant.parse("2026-01-05T08:00:00Z");

    final DocumentQueries documents = new DocumentQueries();
    final MessageQueries messages = new MessageQueries();
    final DeliveryQueries deliveries = new DeliveryQueries();
    final OrderQueries orders = new OrderQueries();
    final DashboardQueries dashboard = new DashboardQueries();
    final SearchQueries search = new SearchQueries();
    final ConsoleUsers users = new ConsoleUsers();
    final ConsoleSessions sessions = new ConsoleSessions();
    final ConsoleLogin login = new ConsoleLogin();
    final Audit audit = new Audit();
    private final SessionFactory factory;
    private final EntityManager em;
    private final UUID channel = UUID.randomUUID();
    private Instant now = MONDAY;

    OperationsDatabase() throws SQLException {
        factory = TestDatabase.sessions(TestDatabase.fresh());
        em = factory.createEntityManager();
        wire();
        run("insert into customer (id, name) values ('bouwgroep', 'Bouwgroep'), ('zorggroep', 'Zorggroep')");
        run("insert into channel (id, customer, document_type, formats, transport) values ('" + channel
                + "', 'bouwgroep', 'OrderResponse', 'html, pdf', 'mail')");
    }

    private void wire() {
        Clock clock = new MovableClock();
        documents.em = em;
        messages.em = em;
        messages.documents = documents;
        deliveries.em = em;
        orders.em = em;
        orders.messages = messages;
        orders.documents = documents;
        orders.deliveries = deliveries;
        orders.takenOver = new TakenOver();
        dashboard.em = em;
        dashboard.clock = clock;
        search.orders = orders;
        search.messages = messages;
        search.deliveries = deliveries;
        users.em = em;
        users.clock = clock;
        sessions.em = em;
        sessions.clock = clock;
        audit.em = em;
        audit.clock = clock;
        login.users = users;
        login.sessions = sessions;
        login.audit = audit;
        login.nobodys = OperationsFixture.quickHash("nobody's");
        login.settings = new Settings();
        login.demo = new DemoSecrets();
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

    UUID message(String customer, String reference, String status, Instant receivedAt) {
        UUID id = UUID.randomUUID();
        run(
                "insert into inbound_message (id, received_at, channel, customer, reference, kind, content, size, sha256, status,"
                        + " changed_at) values ('" + id + "', '" + receivedAt + "', 'api', " + text(customer) + ", "
                        + text(reference) + ", 'OrderRequest', 'x', 1, '\\x00', '" + status + "', '" + receivedAt
                        + "')");
        return id;
    }

    UUID document(String customer, String type, String number, UUID message, String status) {
        UUID id = UUID.randomUUID();
        String order = "{\"number\":{\"value\":\"" + number + "\"},\"issuedAt\":\"2026-01-05T08:00:00Z\","
                + "\"currency\":\"EUR\",\"lines\":[]}";
        run(
                "insert into document (id, direction, customer, type, number, message, content, status, created_at, changed_at)"
                        + " values ('" + id + "', '" + (message == null ? "OUT" : "IN") + "', '" + customer + "', '"
                        + type + "', '"
                        + number + "', " + text(message == null ? null : message.toString()) + ", '" + order + "', '"
                        + status
                        + "', '" + (message == null ? MONDAY.plusSeconds(1) : MONDAY) + "', '" + MONDAY + "')");
        return id;
    }

    UUID order(String customer, String number, String status, Instant receivedAt) {
        UUID message = message(customer, "message of " + number, "PROCESSED", receivedAt);
        UUID document = document(customer, "Order", number, message, "PROCESSED");
        UUID id = UUID.randomUUID();
        run("insert into purchase_order (id, version, customer, number, status, document, digest, currency, issued_at,"
                + " received_at, changed_at, net, line_count) values ('" + id + "', 0, '" + customer + "', '" + number
                + "', '" + status + "', '" + document + "', '\\x00', 'EUR', '" + receivedAt + "', '" + receivedAt
                + "', '"
                + receivedAt + "', 12.50, 1)");
        run(
                "insert into purchase_order_line (purchase_order, position, number, article, quantity, unit, expected_price,"
                        + " agreed_price, status, remarks) values ('" + id
                        + "', 1, '10', '100001', 2, 'H87', 6.30, 6.25,"
                        + " 'CHANGED', '[{\"code\":\"PRICE_DIFFERS\",\"text\":\"6.25 is agreed\"}]')");
        run("update document set purchase_order = '" + id + "' where id = '" + document + "'");
        return id;
    }

    /** A confirmation for the order, on its way; the attempts that were made have the outcomes given. */
    UUID delivery(UUID order, String number, String status, String... outcomes) {
        UUID document = document("bouwgroep", "OrderResponse", number, null, "PROCESSED");
        run("update document set purchase_order = '" + order + "' where id = '" + document + "'");
        UUID id = UUID.randomUUID();
        run("insert into delivery (id, document, customer, channel, document_type, document_number, status, attempts,"
                + " next_attempt_at, created_at, changed_at) values ('" + id + "', '" + document + "', 'bouwgroep', '"
                + channel + "', 'OrderResponse', '" + number + "', '" + status + "', " + outcomes.length + ", '"
                + MONDAY.plusSeconds(300) + "', '" + MONDAY + "', '" + MONDAY + "')");
        for (int i = 0; i < outcomes.length; i++) {
            run("insert into delivery_attempt values ('" + id + "', " + (i + 1) + ", '" + MONDAY.plusSeconds(i) + "', '"
                    + MONDAY.plusSeconds(i) + "', '" + outcomes[i] + "', 'CODE_" + i + "', null)");
        }
        return id;
    }

    private static String text(String value) {
        return value == null ? "null" : "'" + value + "'";
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
