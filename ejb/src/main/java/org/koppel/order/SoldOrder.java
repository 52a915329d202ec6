package org.koppel.order;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.koppel.document.Address;
import org.koppel.document.Contact;
import org.koppel.document.Item;
import org.koppel.document.Order;
import org.koppel.document.OrderLine;
import org.koppel.document.Party;
import org.koppel.party.Customer;
import org.koppel.shared.Money;
import org.koppel.shared.Quantity;

/** Orders as the back office needs them: the customer by our own id, and what was sold under our numbers at our prices. */
final class SoldOrder {
    private SoldOrder() {}

    /** As its buyer wants it. */
    static Order asOrdered(Order order, Customer customer) {
        return of(order, customer, order.lines(), order.total());
    }

    /** Without what was rejected. @param decisions in the order of the lines */
    static Order of(Order order, Customer customer, List<LineDecision> decisions) {
        List<OrderLine> lines = new ArrayList<>();
        Money total = Money.zero(customer.currency());
        for (int i = 0; i < decisions.size(); i++) {
            LineDecision decision = decisions.get(i);
            if (decision.sold().signum() > 0) {
                lines.add(line(order.lines().get(i), decision));
                total = decision.price() == null
                        ? total
                        : total.plus(decision.price().of(decision.sold()));
            }
        }
        return of(order, customer, lines, total.rounded());
    }

    private static OrderLine line(OrderLine line, LineDecision decision) {
        BigDecimal quantity = decision.sold();
        return new OrderLine(
                line.number(),
                decision.offer()
                        .map(o -> item(line.item(), o.article(), o.description()))
                        .orElse(line.item()),
                new Quantity(quantity, line.quantity().unit()),
                decision.price(),
                decision.deliveryDate() == null ? line.requestedDelivery() : decision.deliveryDate(),
                line.note(),
                line.shipTo(),
                line.references());
    }

    private static Item item(Item said, String article, String description) {
        return new Item(
                article,
                said.buyersId(),
                said.manufacturersId(),
                said.manufacturer(),
                said.gtin(),
                description,
                said.classifications());
    }

    private static Order of(Order order, Customer customer, List<OrderLine> lines, Money total) {
        return new Order(
                order.number(),
                order.version(),
                order.issuedAt(),
                order.currency() == null ? customer.currency() : order.currency(),
                OrderAnswer.language(customer, order),
                order.test(),
                buyer(customer, order.buyer() == null ? null : order.buyer().contact()),
                order.invoicee(),
                order.shipTo(),
                order.requestedDelivery(),
                order.note(),
                total,
                order.references(),
                lines,
                order.card());
    }

    /** The id of its address is ours of the customer, so that the back office can name it in answers. */
    static Party buyer(Customer c, Contact contact) {
        Address address =
                new Address(c.id().value(), c.gln(), c.name(), null, c.street(), c.postalCode(), c.city(), c.country());
        return new Party(c.name(), c.gln(), c.vatNumber(), contact, address);
    }
}
