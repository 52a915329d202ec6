package org.koppel.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.koppel.document.Order;
import org.koppel.party.Customers;
import org.koppel.punchout.ParkedCarts;
import org.koppel.shared.PartyId;

/**
 * Shows an order as a whole as it is worked on: with the delivery place, the person and the card that it took over from its cart. What
 * its lines took over is kept with the lines.
 */
@ApplicationScoped
@Transactional
public class TakenOver {
    @Inject
    ParkedCarts carts;

    @Inject
    Customers customers;

    @Inject
    CartTakeOver takeOver;

    /** An order, and what of it the cart gave: {@code buyer}, {@code shipTo}, {@code card}. The card has no logo. */
    public record Shown(Order order, List<String> fromCart) {
        public Shown {
            fromCart = List.copyOf(fromCart);
        }
    }

    /** @param cart of the customer, that the order came from; null: it came from none */
    public Shown of(Order order, PartyId customer, UUID cart) {
        return cart == null
                ? new Shown(order, List.of())
                : carts.seen(customer, cart)
                        .flatMap(c -> customers
                                .byId(customer)
                                .map(who -> takeOver.whole(order, who, c.data(), order.lines(), null)))
                        .map(completed -> new Shown(completed, given(order, completed)))
                        .orElseGet(() -> new Shown(order, List.of()));
    }

    private static List<String> given(Order asItCame, Order completed) {
        return Stream.of(
                        part("buyer", Order::buyer, asItCame, completed),
                        part("shipTo", Order::shipTo, asItCame, completed),
                        part("card", Order::card, asItCame, completed))
                .flatMap(Function.identity())
                .toList();
    }

    private static Stream<String> part(String name, Function<Order, Object> part, Order one, Order other) {
        return Objects.equals(part.apply(one), part.apply(other)) ? Stream.empty() : Stream.of(name);
    }
}
