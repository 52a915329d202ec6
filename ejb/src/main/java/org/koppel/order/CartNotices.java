package org.koppel.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.koppel.document.CartNotice;
import org.koppel.outbound.Outbox;
import org.koppel.outbound.PersonsMail;
import org.koppel.party.Buyer;
import org.koppel.party.Buyers;
import org.koppel.party.Channels;
import org.koppel.punchout.CartItem;
import org.koppel.punchout.ParkedCarts;
import org.koppel.punchout.TransferredCart;
import org.koppel.shared.DocumentNumber;
import org.koppel.shared.Money;
import org.koppel.shared.Quantity;

/**
 * Tells the customer that a parked cart will expire or has expired: by the channel that is agreed for it, else by mail to its buyer, else to where
 * confirmations are mailed. Where none of these is known, the notice is only kept.
 */
@ApplicationScoped
@Transactional
class CartNotices {
    @Inject
    ParkedCarts carts;

    @Inject
    Outbox outbox;

    @Inject
    Channels channels;

    @Inject
    PersonsMail mail;

    @Inject
    Buyers buyers;

    public void expire(UUID cart) {
        carts.expire(cart).filter(CartNotices::isOfInterest).ifPresent(c -> tell(c, notice(c, true)));
    }

    public void warn(UUID cart) {
        carts.noticed(cart).filter(CartNotices::isOfInterest).ifPresent(c -> tell(c, notice(c, false)));
    }

    /** A cart that went home empty took the place of another: nothing is lost with it. */
    private static boolean isOfInterest(TransferredCart cart) {
        return !cart.items().isEmpty();
    }

    private void tell(TransferredCart cart, CartNotice notice) {
        boolean agreed = !channels.of(cart.customer(), notice.type()).isEmpty();
        Optional<String> person = agreed ? Optional.empty() : address(cart);
        person.ifPresentOrElse(
                to -> mail.add(cart.customer(), to, notice), () -> outbox.add(cart.customer(), null, notice));
    }

    private Optional<String> address(TransferredCart cart) {
        return Optional.ofNullable(cart.cart().data().buyer())
                .flatMap(login -> buyers.byLogin(cart.customer(), login))
                .flatMap(Buyer::email)
                .or(() -> mail.ofConfirmations(cart.customer()));
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
