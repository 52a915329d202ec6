package org.koppel.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.koppel.document.CartNotice;
import org.koppel.outbound.Outbox;
import org.koppel.punchout.CartItem;
import org.koppel.punchout.ParkedCarts;
import org.koppel.punchout.TransferredCart;
import org.koppel.shared.DocumentNumber;
import org.koppel.shared.Money;
import org.koppel.shared.Quantity;

/** Tells the customer, where a channel for it is agreed, that a parked cart will expire or has expired. */
@ApplicationScoped
@Transactional
class CartNotices {
    @Inject
    ParkedCarts carts;

    @Inject
    Outbox outbox;

    public void expire(UUID cart) {
        carts.expire(cart).ifPresent(c -> outbox.add(c.customer(), null, notice(c, true)));
    }

    public void warn(UUID cart) {
        carts.noticed(cart).ifPresent(c -> outbox.add(c.customer(), null, notice(c, false)));
    }

    private static CartNotice notice(TransferredCart cart, boolean expired) {
        Money net = cart.items().stream()
                .map(i -> i.price().of(i.quantity()))
                .reduce(Money::plus)
                .orElseThrow();
        return new CartNotice(
                new DocumentNumber(cart.cart().reference()),
                expired,
                cart.transferredAt(),
                cart.until(),
                cart.cart().data().buyerName(),
                net,
                cart.items().stream().map(CartNotices::line).toList());
    }

    private static CartNotice.Line line(CartItem item) {
        return new CartNotice.Line(item.article(), item.description(), new Quantity(item.quantity(), item.unit()));
    }
}
