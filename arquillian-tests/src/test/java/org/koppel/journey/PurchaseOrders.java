package org.koppel.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Orders as the supplier's back office sees them by REST. */
final class PurchaseOrders {
    private static final Set<String> ANSWERED = Set.of("CONFIRMED", "CONFIRMED_WITH_CHANGES", "REJECTED");

    private final Koppel koppel;

    PurchaseOrders(Koppel koppel) {
        this.koppel = koppel;
    }

    /** All orders with a number of the buyer. */
    List<JsonNode> withNumber(String number) {
        List<JsonNode> found = new ArrayList<>();
        koppel.api("/api/v1/orders?number=" + number).path("items").forEach(found::add);
        return found;
    }

    /** The order in detail, once Koppel has answered it. */
    JsonNode answered(String number) throws Exception {
        JsonNode row = Koppel.await(
                        "an answer to order " + number,
                        () -> withNumber(number).stream()
                                .filter(o -> ANSWERED.contains(o.path("status").asText()))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
        return koppel.api("/api/v1/orders/" + row.path("id").asText());
    }

    /** The id of the confirmation that was made for the order. */
    String confirmation(JsonNode order) {
        for (JsonNode document :
                koppel.api(order.path("links").path("documents").asText()).path("items")) {
            if (document.path("type").asText().equals("OrderResponse")) {
                return document.path("id").asText();
            }
        }
        throw new AssertionError("No OrderResponse for " + order);
    }

    /** The delivery of an order's confirmation by mail, or the newest where none is mailed, once it is in one of the states. */
    JsonNode delivery(String number, String... states) throws Exception {
        return Koppel.await(
                "delivery of OR-" + number + " " + List.of(states),
                () -> mailedOrNewest(
                        koppel.api("/api/v1/deliveries?document=OR-" + number).path("items")),
                d -> List.of(states).contains(d.path("status").asText()));
    }

    private static JsonNode mailedOrNewest(JsonNode deliveries) {
        for (JsonNode delivery : deliveries) {
            if (delivery.path("transport").asText().equals("mail")) {
                return delivery;
            }
        }
        return deliveries.path(0);
    }

    /** What one unit of an article costs the customer, as a plain number. */
    String price(String customer, String article) {
        JsonNode price = koppel.api("/api/v1/articles/" + article + "?customer=" + customer)
                .path("article")
                .path("price");
        return price.path("amount")
                .decimalValue()
                .divide(price.path("per").decimalValue())
                .toPlainString();
    }
}
