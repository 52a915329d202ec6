package org.koppel.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.koppel.codec.FormatId;
import org.koppel.document.Item;
import org.koppel.document.Order;
import org.koppel.document.OrderLine;
import org.koppel.document.Reference;
import org.koppel.inbound.Inbox;
import org.koppel.inbound.InboxFullException;
import org.koppel.inbound.Incoming;
import org.koppel.party.Caller;
import org.koppel.party.Customer;
import org.koppel.party.Customers;
import org.koppel.platform.Json;
import org.koppel.punchout.CartItem;
import org.koppel.punchout.ParkedCarts;
import org.koppel.punchout.TransferredCart;
import org.koppel.shared.DocumentNumber;
import org.koppel.shared.Quantity;

/**
 * Makes an order of a transferred cart where the customer needs no approval. The order comes in as a message like any other, in
 * Koppel's own format, under the cart's reference: sent twice it is the same message, and one order.
 */
@ApplicationScoped
public class OrderAtOnce {
    private static final FormatId FORMAT = new FormatId("koppel-order");

    @Inject
    Inbox inbox;

    @Inject
    Customers customers;

    @Inject
    ParkedCarts carts;

    /**
     * Places the order; a cart that was placed before makes none.
     *
     * @return the order's number
     * @throws InboxFullException when too much comes in at once; it is placed within minutes then
     * @throws IOException when the message cannot be stored
     */
    public DocumentNumber place(TransferredCart cart) throws IOException {
        Order order = order(cart);
        byte[] content = Json.write(order).getBytes(StandardCharsets.UTF_8);
        inbox.receive(new Incoming(
                "shop",
                Optional.of(FORMAT),
                "application/json",
                Optional.of(new Caller(Optional.of(cart.customer()))),
                Optional.of("cart " + cart.cart().reference()),
                null,
                new ByteArrayInputStream(content),
                content.length));
        return order.number();
    }

    /** Places what a moment of trouble kept from being placed. */
    void placeForgotten() throws IOException {
        for (TransferredCart cart : carts.unordered()) {
            place(cart);
        }
    }

    /** The same cart always gives the same order, byte by byte. */
    private Order order(TransferredCart cart) {
        Customer customer = customers.byId(cart.customer()).orElseThrow();
        String reference = cart.cart().reference();
        List<OrderLine> lines = new ArrayList<>();
        cart.items().forEach(item -> lines.add(line(item)));
        return new Order(
                new DocumentNumber(reference),
                null,
                cart.transferredAt().atOffset(ZoneOffset.UTC),
                customer.currency(),
                null,
                false,
                null, // buyer, site, cost centres and card are the cart's, as for every order that comes from one
                null,
                null,
                null,
                null,
                null,
                List.of(Reference.of(Reference.Kind.CART, reference)),
                lines);
    }

    private static OrderLine line(CartItem item) {
        return new OrderLine(
                String.valueOf(item.number()),
                new Item(
                        item.article(),
                        item.buyersId(),
                        item.manufacturersId(),
                        item.manufacturer(),
                        item.gtin(),
                        item.description(),
                        item.classifications()),
                new Quantity(item.quantity(), item.unit()),
                item.price(),
                item.wishes().delivery(),
                item.wishes().text(),
                null,
                List.of());
    }
}
