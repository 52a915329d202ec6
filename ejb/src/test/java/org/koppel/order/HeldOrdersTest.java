package org.koppel.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.koppel.order.Orders.anOrder;
import static org.koppel.order.Orders.line;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koppel.archive.ArchivedDocument;
import org.koppel.document.LineStatus;
import org.koppel.document.Order;
import org.koppel.document.OrderResponse;
import org.koppel.document.Reason;
import org.koppel.inbound.Received;
import org.koppel.shared.PartyId;

/** What a person decides about a held order, on a real PostgreSQL. */
class HeldOrdersTest {
    private static final PartyId BUYER = new PartyId("buyer-1");
    private static final Instant MONDAY = Instant.parse("2026-01-05T08:00:00Z");

    private final OrderDesk desk = new OrderDesk();
    private final EntityManager em = desk.em;
    private final OrderConfirmation confirmation = desk.confirmation;
    private final OrderRejection rejection = desk.rejection;
    private final List<OrderResponse> answers = desk.answers;
    private final Order content = anOrder(line("1", "100001", "2", "4.50"), line("2", "100002", "4", "4.50"));
    private UUID order;

    @BeforeEach
    void aHeldOrder() {
        UUID message = UUID.randomUUID();
        transaction(() -> {
            sql("insert into customer (id, name, order_policy) values ('buyer-1', 'Buyer', 'DESK')");
            sql(
                    "insert into inbound_message (id, received_at, channel, customer, reference, kind, content, size, sha256, status,"
                            + " changed_at) values ('" + message + "', '" + MONDAY
                            + "', 'http-cxml', 'buyer-1', 'payload-1@buyer', 'OrderRequest', 'x', 1, '\\x00', 'PROCESSED', '"
                            + MONDAY + "')");
            ArchivedDocument document = ArchivedDocument.in(message, 0, BUYER, content, MONDAY);
            em.persist(document);
            em.flush();
            PurchaseOrder held = new PurchaseOrder(
                    content,
                    OrderHandler.digest(content),
                    new Received(document.id(), message, "payload-1@buyer", BUYER, MONDAY, false));
            held.hold("DESK", MONDAY);
            em.persist(held);
            order = held.id();
        });
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aConfirmedOrderIsAnsweredUnderTheIdOfTheMessageItCameIn() {
        transaction(() -> confirmation.confirm(order));

        assertThat(answers).singleElement().satisfies(answer -> {
            assertThat(answer.orderMessageId()).isEqualTo("payload-1@buyer");
            assertThat(answer.status()).isEqualTo(LineStatus.ACCEPTED);
        });
        assertThat(state()).isEqualTo("CONFIRMED null 27.00");
    }

    @Test
    void aRejectedOrderIsRefusedLineByLineWithTheReason() {
        transaction(() -> rejection.reject(order, "No deliveries in August."));

        assertThat(answers).singleElement().satisfies(answer -> {
            assertThat(answer.orderMessageId()).isEqualTo("payload-1@buyer");
            assertThat(answer.status()).isEqualTo(LineStatus.REJECTED);
            assertThat(answer.lines())
                    .hasSize(2)
                    .allSatisfy(line -> assertThat(line.reasons())
                            .containsExactly(new Reason("SELLER_REFUSES", "No deliveries in August.")));
        });
        assertThat(state()).isEqualTo("REJECTED null 0.00");
    }

    @Test
    void anOrderIsDecidedOnce() {
        transaction(() -> confirmation.confirm(order));

        assertThatThrownBy(() -> transaction(() -> rejection.reject(order, "Too late.")))
                .isInstanceOf(IllegalOrderStateException.class)
                .hasMessage("Order 4711 is CONFIRMED, cannot reject");
        assertThat(answers).hasSize(1);
    }

    @Test
    void anUnknownOrderIsNamed() {
        assertThatThrownBy(() -> transaction(() -> confirmation.confirm(new UUID(0, 1))))
                .isInstanceOf(UnknownOrderException.class);
    }

    private String state() {
        return String.valueOf(em.createNativeQuery(
                        "select status || ' ' || coalesce(held_for, 'null') || ' ' || net from purchase_order",
                        String.class)
                .getSingleResult());
    }

    private void sql(String sql) {
        em.createNativeQuery(sql).executeUpdate();
    }

    private void transaction(Runnable work) {
        desk.transaction(work);
    }
}
