package org.koppel.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.koppel.catalogue.Offer;
import org.koppel.document.Order;
import org.koppel.inbound.Received;
import org.koppel.party.Customer;
import org.koppel.party.Customers;
import org.koppel.party.OrderPolicy;
import org.koppel.punchout.ParkedCart;
import org.koppel.punchout.ParkedCarts;

/** A new order: finds the cart it came from, keeps it, and answers it where the customer's policy is AUTO. */
@ApplicationScoped
class OrderIntake {
    @Inject
    private PurchaseOrders orders;

    @Inject
    private OrderAnswer answer;

    @Inject
    private Customers customers;

    @Inject
    private ParkedCarts carts;

    @Inject
    private CartSearch search;

    @Inject
    private CartTakeOver takeOver;

    @Inject
    private BackOfficeOrders backOffice;

    @Inject
    private Clock clock;

    PurchaseOrder take(Order asItCame, byte[] digest, Received received) {
        Customer customer = customers.byId(received.customer()).orElseThrow();
        Map<String, Offer> offers = answer.offers(customer, asItCame);
        CartSearch.Found found = search.of(customer.id(), asItCame, offers);
        Optional<ParkedCart> cart = found.cart();
        Order order =
                cart.map(c -> takeOver.completed(asItCame, customer, c, offers)).orElse(asItCame);
        PurchaseOrder taken = new PurchaseOrder(order, digest, received);
        cart.ifPresent(c -> taken.comesFrom(c.id(), differences(c, order, offers)));
        found.similar().ifPresent(c -> taken.resembles(c.reference(), differences(c, order, offers)));
        if (!found.several().isEmpty()) {
            taken.mayComeFrom(found.several());
        }
        if (cart.filter(c -> isOrderedAlready(c, order)).isPresent()) {
            taken.hold("ORDERED_AT_ONCE", clock.instant());
            orders.add(taken);
        } else if (customer.orderPolicy() != OrderPolicy.AUTO) {
            taken.hold(customer.orderPolicy().name(), clock.instant());
            orders.add(taken);
            if (customer.orderPolicy() == OrderPolicy.BACK_OFFICE) {
                backOffice.asked(taken, AgreedUnits.filled(order, offers), customer);
            }
        } else {
            answer.answer(taken, order, received.reference(), customer, offers);
        }
        cart.ifPresent(c -> carts.ordered(customer.id(), c.id(), taken.id()));
        return taken;
    }

    private List<CartDifference> differences(ParkedCart cart, Order order, Map<String, Offer> offers) {
        return CartComparison.of(
                cart,
                orders.orderedFrom(cart.id()),
                SurchargeLines.of(order, offers).articles(order),
                offers);
    }

    /** A cart that became an order by its transfer comes again as an approved one: the goods must not go out twice. */
    private static boolean isOrderedAlready(ParkedCart cart, Order order) {
        return cart.data().atOnce() && !order.number().value().equals(cart.reference());
    }
}
