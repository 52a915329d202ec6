package org.koppel.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.koppel.order.Orders.anOrder;
import static org.koppel.order.Orders.line;
import static org.koppel.order.Orders.offer;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.koppel.document.LineStatus;
import org.koppel.document.Order;
import org.koppel.inbound.Received;
import org.koppel.order.PurchaseOrder.Status;
import org.koppel.shared.PartyId;

class PurchaseOrderTest {
    private static final Instant MONDAY = Instant.parse("2026-01-05T08:00:00Z");
    private static final Received RECEIVED =
            new Received(UUID.randomUUID(), UUID.randomUUID(), "p-1", new PartyId("buyer-1"), MONDAY, false);

    private final Order document = anOrder(line("1", "100001", "2", "4.50"), line("2", "100002", "2", "4.50"));
    private final PurchaseOrder order = new PurchaseOrder(document, OrderHandler.digest(document), RECEIVED);

    @Test
    void anOrderWithAllLinesAcceptedIsConfirmed() {
        order.answer(List.of(decision(LineStatus.ACCEPTED), decision(LineStatus.ACCEPTED)), BigDecimal.TEN, MONDAY);

        assertThat(order.status()).isEqualTo(Status.CONFIRMED);
    }

    @Test
    void oneRejectedLineMakesItAConfirmationWithChanges() {
        order.answer(List.of(decision(LineStatus.ACCEPTED), decision(LineStatus.REJECTED)), BigDecimal.TEN, MONDAY);

        assertThat(order.status()).isEqualTo(Status.CONFIRMED_WITH_CHANGES);
    }

    @Test
    void anOrderWithoutAnAcceptedLineIsRejected() {
        order.answer(List.of(decision(LineStatus.REJECTED), decision(LineStatus.REJECTED)), BigDecimal.ZERO, MONDAY);

        assertThat(order.status()).isEqualTo(Status.REJECTED);
    }

    @Test
    void anAnsweredOrderCannotBeAnsweredAgain() {
        order.answer(List.of(decision(LineStatus.ACCEPTED), decision(LineStatus.ACCEPTED)), BigDecimal.TEN, MONDAY);

        assertThatThrownBy(() -> order.answer(List.of(), BigDecimal.ZERO, MONDAY))
                .isInstanceOf(IllegalOrderStateException.class)
                .hasMessage("Order 4711 is CONFIRMED, cannot answer");
    }

    @Test
    void aHeldOrderCanBeAnsweredLater() {
        order.hold("DESK", MONDAY);
        order.answer(List.of(decision(LineStatus.ACCEPTED), decision(LineStatus.ACCEPTED)), BigDecimal.TEN, MONDAY);

        assertThat(order.status()).isEqualTo(Status.CONFIRMED);
    }

    @Test
    void theSameOrderWrittenAnewAnHourLaterSaysTheSame() {
        Order repeated = new Order(
                document.number(),
                document.version(),
                OffsetDateTime.parse("2026-01-05T09:00:00+01:00"),
                document.currency(),
                document.language(),
                document.test(),
                document.buyer(),
                document.invoicee(),
                document.shipTo(),
                document.requestedDelivery(),
                document.note(),
                document.total(),
                document.references(),
                document.lines());

        assertThat(order.says(OrderHandler.digest(repeated))).isTrue();
        assertThat(order.says(OrderHandler.digest(anOrder(line("1", "100001", "4", "4.50")))))
                .isFalse();
    }

    private static LineDecision decision(LineStatus status) {
        return new LineDecision(
                status,
                BigDecimal.ONE,
                null,
                BigDecimal.ZERO,
                null,
                null,
                Optional.of(offer("100001", "5", null)),
                List.of());
    }
}
