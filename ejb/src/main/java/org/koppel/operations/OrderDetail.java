package org.koppel.operations;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.koppel.document.Order;
import org.koppel.order.CartDifference;
import org.koppel.shared.Money;

/**
 * Everything about one order: {@code content} is the order as its buyer wants it now, completed by what was said with its cart, {@code
 * fromCart} what of it was ({@code buyer}, {@code shipTo}, {@code card}), {@code document} the id of the
 * order as it came first, {@code message} what it came
 * in; {@code lines} as we know them now; all documents that belong to it, their deliveries and every attempt. {@code cart} (the
 * parked cart it came from) may be null.
 */
public record OrderDetail(
        OrderRow row,
        UUID document,
        UUID cart,
        List<CartDifference> cartDifferences,
        Order content,
        List<String> fromCart,
        MessageRow message,
        List<OrderLineRow> lines,
        List<OrderRevisionRow> revisions,
        List<DocumentRow> documents,
        List<DeliveryRow> deliveries,
        List<AttemptRow> attempts) {

    /** Whether the document is the order once more: the number came again after the first time, with the same content or with other. */
    public boolean isRepeat(DocumentRow other) {
        return other.direction().equals("IN")
                && other.type().equals(Order.class.getSimpleName())
                && !other.id().equals(document);
    }

    /** What the lines come to, where the total that the buyer gave does not fit it. */
    public Optional<Money> sumBesideTotal() {
        return OrderTotal.sumBeside(content);
    }
}
