package org.koppel.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koppel.platform.QueuedId;
import org.koppel.platform.TestDatabase;

/** The documents of one message take turns. */
class CallNextTest {
    private static final Instant MONDAY = Instant.parse("2026-01-05T08:00:00Z");
    private final UUID message = UUID.randomUUID();
    private final InboundMessages messages = new InboundMessages();
    private SessionFactory factory;
    private EntityManager em;

    @BeforeEach
    void open() {
        factory = TestDatabase.sessions(TestDatabase.fresh());
        em = factory.createEntityManager();
        messages.em = em;
        execute("insert into customer (id, name) values ('buyer-1', 'Buyer 1')");
        execute(
                "insert into inbound_message (id, received_at, channel, customer, content, size, sha256, status, changed_at)"
                        + " values ('" + message + "', now(), 'api', 'buyer-1', '', 0, '', 'SPLIT', now())");
    }

    @AfterEach
    void close() {
        em.close();
        factory.close();
    }

    @Test
    void eachThatWasTriedCallsTheNextOnceAndWhatWasRefusedIsPassedOver() {
        UUID first = document(0, "PROCESSED", true);
        document(1, "REJECTED", false);
        UUID third = document(2, "PENDING", false);
        UUID fourth = document(3, "PENDING", false);

        assertThat(next(first)).containsExactly(third);
        assertThat(next(third)).containsExactly(fourth);
        assertThat(next(third)).isEmpty();
        assertThat(waiting())
                .as("what was called is the sweeper's to look after")
                .containsExactly(third, fourth);
    }

    @Test
    void theMessageIsSummedUpWhenTheLastOneIsThrough() {
        UUID first = document(0, "PROCESSED", true);
        UUID second = document(1, "PENDING", false);
        next(first);
        assertThat(status()).isEqualTo("SPLIT");

        settle(second, "CONFLICT");

        assertThat(next(second)).isEmpty();
        assertThat(status()).isEqualTo("PARTLY_PROCESSED");
    }

    @Test
    void whileOneIsStillTriedTheMessageIsNotDone() {
        UUID failing = document(0, "PENDING", true);
        UUID last = document(1, "PROCESSED", true);

        assertThat(next(last)).isEmpty();
        assertThat(status()).isEqualTo("SPLIT");

        settle(failing, "PROCESSED");
        next(failing);
        assertThat(status()).isEqualTo("PROCESSED");
    }

    @Test
    void theNextOfManyIsFoundWithoutLookingAtAllThatWait() {
        UUID first = document(0, "PROCESSED", true);
        execute(
                "insert into document (id, direction, customer, type, number, message, position, content, status, created_at, changed_at)"
                        + " select gen_random_uuid(), 'IN', 'buyer-1', 'Order', 'N-' || n, '" + message
                        + "', n, '{}', 'PENDING', now(), now() from generate_series(1, 5000) n");

        assertThat(plan(first))
                .as("before PostgreSQL knows the table")
                .contains("document_turn")
                .doesNotContain("Sort");
        execute("analyze document");
        assertThat(plan(first)).contains("document_turn").doesNotContain("Sort");
    }

    private String plan(UUID document) {
        String sql = InboundMessages.CALL_NEXT
                .replace(":document", "'" + document + "'")
                .replace(":now", "now()");
        return String.join(
                "\n",
                inTransaction(() ->
                        em.createNativeQuery("explain " + sql, String.class).getResultList()));
    }

    @Test
    void onlyTheFirstFailureOfADocumentIsTheFirst() {
        UUID failing = document(0, "PENDING", true);

        assertThat(fail(failing)).isTrue();
        assertThat(fail(failing)).isFalse();
        settle(failing, "PROCESSED");
        assertThat(fail(failing)).as("another worker was faster").isFalse();
    }

    private boolean fail(UUID document) {
        return inTransaction(() -> messages.noteFailure(Work.DOCUMENT, document, "disk full", MONDAY));
    }

    private List<UUID> next(UUID document) {
        return inTransaction(() -> messages.callNext(document, MONDAY).stream().toList());
    }

    private List<UUID> waiting() {
        return inTransaction(() -> messages.takeWaiting(Work.DOCUMENT, MONDAY.plusSeconds(1), MONDAY)).stream()
                .map(QueuedId::id)
                .sorted((a, b) -> position(a) - position(b))
                .toList();
    }

    private int position(UUID document) {
        return (Integer) em.createNativeQuery("select position from document where id = '" + document + "'")
                .getSingleResult();
    }

    private String status() {
        return (String)
                em.createNativeQuery("select status from inbound_message").getSingleResult();
    }

    private void settle(UUID document, String status) {
        execute("update document set status = '" + status + "' where id = '" + document + "'");
    }

    private UUID document(int position, String status, boolean called) {
        UUID id = UUID.randomUUID();
        execute("insert into document (id, direction, customer, type, number, message, position, content, status,"
                + " created_at, changed_at, queued_at) values ('" + id + "', 'IN', 'buyer-1', 'Order', 'B-" + position
                + "', '" + message + "', " + position + ", '{}', '" + status + "', now(), now(), "
                + (called ? "'" + MONDAY + "'" : "null") + ")");
        return id;
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
