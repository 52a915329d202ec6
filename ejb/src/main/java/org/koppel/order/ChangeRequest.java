package org.koppel.order;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.koppel.document.Order;
import org.koppel.document.OrderCancellation;
import org.koppel.document.OrderChange;
import org.koppel.document.OrderResponse.Occasion;
import org.koppel.platform.Json;
import org.koppel.platform.Secrets;
import org.koppel.shared.DocumentNumber;

/**
 * What a buyer asks of an order it sent: a change, or, where {@code change} is empty, to take it back. {@code digest} is the SHA-256
 * of what it says; when it was written is left out, because a repeat is often written anew.
 */
record ChangeRequest(
        Occasion occasion,
        DocumentNumber order,
        OffsetDateTime issuedAt,
        boolean test,
        byte[] digest,
        Optional<OrderChange> change) {

    static ChangeRequest of(OrderChange change) {
        Order content = change.content();
        return new ChangeRequest(
                new Occasion(Occasion.Kind.CHANGE, change.number(), change.revision()),
                content.number(),
                content.issuedAt(),
                content.test(),
                Secrets.sha256(Json.write(List.of(
                        change.number(),
                        String.valueOf(change.revision()),
                        change.complete(),
                        Json.write(OrderHandler.timeless(content)),
                        change.lines()))),
                Optional.of(change));
    }

    static ChangeRequest of(OrderCancellation cancellation) {
        return new ChangeRequest(
                new Occasion(Occasion.Kind.CANCELLATION, cancellation.number(), cancellation.revision()),
                cancellation.order(),
                cancellation.issuedAt(),
                cancellation.test(),
                Secrets.sha256(Json.write(
                        List.of(cancellation.number(), String.valueOf(cancellation.revision()), cancellation.order()))),
                Optional.empty());
    }

    boolean isCancellation() {
        return change.isEmpty();
    }

    /** By what the buyer tells its changes apart: its own number or version; empty when it gives neither. */
    Optional<String> identity() {
        boolean own = !occasion.number().equals(order);
        return occasion.revision() == null && !own
                ? Optional.empty()
                : Optional.of(occasion.kind() + "/" + occasion.revision() + "/" + (own ? occasion.number() : ""));
    }

    /** The head of an order that we know nothing else of, for an answer. */
    Order head(String currency) {
        return change.map(OrderChange::content)
                .orElseGet(() -> new Order(
                        order, null, null, currency, null, test, null, null, null, null, null, null, null, List.of()));
    }
}
