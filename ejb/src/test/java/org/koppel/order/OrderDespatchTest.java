package org.koppel.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.koppel.order.Orders.anOrder;
import static org.koppel.order.Orders.line;
import static org.koppel.order.Orders.offer;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.koppel.document.LineStatus;
import org.koppel.document.Order;
import org.koppel.inbound.Received;
import org.koppel.shared.PartyId;

class OrderDespatchTest {
    private static final Instant MONDAY = Instant.parse("2026-01-05T08:00:00Z");
    private final Order content = anOrder(line("1", "100001", "2", "4.50"), line("2", "100002", "6", "4.50"));
    private final PurchaseOrder order = new PurchaseOrder(
            content,
            OrderHandler.digest(content),
            new Received(UUID.randomUUID(), UUID.randomUUID(), "p-1", new PartyId("buyer-1"), MONDAY, false));

    @Test
    void whatLeavesIsCountedUntilAllHasLeft() {
        confirmed();

        order.despatch(Map.of("1", new BigDecimal(2), "2", new BigDecimal(4)), MONDAY);

        assertThat(order.status()).isEqualTo(PurchaseOrder.Status.PARTLY_DESPATCHED);
        assertThat(order.outstanding().get("2")).isEqualByComparingTo("2");

        order.despatch(Map.of("2", new BigDecimal(2)), MONDAY);

        assertThat(order.status()).isEqualTo(PurchaseOrder.Status.DESPATCHED);
        assertThat(order.despatches()).isEqualTo(2);
        assertThat(order.isClosed()).as("too late for a change").isTrue();
    }

    @Test
    void moreThanWasConfirmedAndStrangeLinesAreRefusedTogether() {
        confirmed();

        assertThatThrownBy(() -> order.despatch(Map.of("1", new BigDecimal(3), "9", BigDecimal.ONE), MONDAY))
                .isInstanceOf(InvalidDespatchException.class)
                .hasMessageContaining("Of line 1 only 2 are left to despatch.")
                .hasMessageContaining("The order has no line 9.");
        assertThat(order.status()).isEqualTo(PurchaseOrder.Status.CONFIRMED);
    }

    @Test
    void anOrderThatWasNotConfirmedDoesNotLeave() {
        assertThatThrownBy(() -> order.despatch(Map.of("1", BigDecimal.ONE), MONDAY))
                .isInstanceOf(IllegalOrderStateException.class);
    }

    private void confirmed() {
        order.answer(List.of(taken("100001", 2), taken("100002", 6)), BigDecimal.TEN, MONDAY);
    }

    private static LineDecision taken(String article, int quantity) {
        return new LineDecision(
                LineStatus.ACCEPTED,
                new BigDecimal(quantity),
                null,
                BigDecimal.ZERO,
                null,
                null,
                Optional.of(offer(article, "10", null)),
                List.of());
    }
}
