package org.koppel.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.koppel.operations.DocumentRow;
import org.koppel.operations.OrderDetail;
import org.koppel.operations.OrderRow;
import org.koppel.web.view.Texts;

class TimelineTest {
    private static final Instant MONDAY = Instant.parse("2026-01-05T08:00:00Z");
    private static final UUID FIRST = new UUID(0, 1);
    private static final UUID MESSAGE = new UUID(0, 9);

    @Test
    void anOrderThatCameAgainSaysSoAndWhatBecameOfIt() {
        List<Event> events = events(
                came(FIRST, "PROCESSED", 0), came(new UUID(0, 2), "PROCESSED", 1), came(new UUID(0, 3), "CONFLICT", 2));

        assertThat(events)
                .extracting(Event::title)
                .containsExactly(
                        "Order of Bouwgroep stored",
                        "The order came again; nothing was ordered twice",
                        "An order of this number came with other content; the first one stands");
        assertThat(events.get(1).link()).isEqualTo("/console/messages/" + MESSAGE);
    }

    @Test
    void anOrderThatCameOnceSaysNothingOfThat() {
        assertThat(events(came(FIRST, "PROCESSED", 0))).hasSize(1);
    }

    private static List<Event> events(DocumentRow... documents) {
        OrderRow row = new OrderRow(
                FIRST, "4711", "bouwgroep", "CONFIRMED", "EUR", null, 1, null, false, MONDAY, MONDAY, MONDAY, null);
        OrderDetail order = new OrderDetail(
                row,
                FIRST,
                null,
                List.of(),
                null,
                List.of(),
                null,
                List.of(),
                List.of(),
                List.of(documents),
                List.of(),
                List.of());
        Frame frame = new Frame(
                Texts.of("console", "en"), "anna", "", "orders", "/console/orders", Map.of("bouwgroep", "Bouwgroep"));
        return Timeline.of(frame, order, List.of());
    }

    private static DocumentRow came(UUID id, String status, int days) {
        return new DocumentRow(
                id,
                "IN",
                "bouwgroep",
                "Order",
                "4711",
                MESSAGE,
                FIRST,
                status,
                List.of(),
                0,
                null,
                MONDAY.plus(Duration.ofDays(days)));
    }
}
