package org.koppel.codec;

import java.time.OffsetDateTime;
import java.util.List;
import org.koppel.document.Order;
import org.koppel.document.OrderCancellation;
import org.koppel.document.OrderChange;
import org.koppel.document.OrderChangeLine;
import org.koppel.document.OrderLine;
import org.koppel.document.Party;
import org.koppel.shared.DocumentNumber;

/**
 * An order, its change or its cancellation, as it goes out to a back office: what the formats write alike. {@code number} is the
 * message's own, {@code order} the order's; {@code content} is null in a cancellation; {@code revision}, {@code note} and
 * {@code buyer} may be null. {@code changes} says of a change what it does to single lines, where that is known.
 */
public record OrderMessage(
        Kind kind,
        DocumentNumber number,
        String revision,
        OffsetDateTime issuedAt,
        DocumentNumber order,
        boolean test,
        String note,
        Party buyer,
        Order content,
        List<OrderChangeLine> changes) {

    /** What becomes of the order. */
    public enum Kind {
        NEW,
        CHANGE,
        CANCELLATION
    }

    public static OrderMessage of(Order order) {
        return new OrderMessage(
                Kind.NEW,
                order.number(),
                order.version(),
                order.issuedAt(),
                order.number(),
                order.test(),
                order.note(),
                order.buyer(),
                order,
                List.of());
    }

    /** @throws DocumentException when the change is not the whole order as it shall be */
    public static OrderMessage of(OrderChange change) throws DocumentException {
        requireComplete(change);
        Order content = change.content();
        return new OrderMessage(
                Kind.CHANGE,
                change.number(),
                change.revision(),
                content.issuedAt(),
                content.number(),
                content.test(),
                content.note(),
                content.buyer(),
                content,
                change.lines());
    }

    /** @throws DocumentException when the change is not the whole order as it shall be */
    public static void requireComplete(OrderChange change) throws DocumentException {
        if (!change.complete()) {
            throw new DocumentException(new Problem(
                    "CHANGE_NOT_COMPLETE",
                    "complete",
                    "Only the order as it shall be is written here, not the changes of single lines; take our"
                            + " own XML or JSON"));
        }
    }

    public static OrderMessage of(OrderCancellation cancellation) {
        return new OrderMessage(
                Kind.CANCELLATION,
                cancellation.number(),
                cancellation.revision(),
                cancellation.issuedAt(),
                cancellation.order(),
                cancellation.test(),
                cancellation.note(),
                cancellation.buyer(),
                null,
                List.of());
    }

    /** Empty in a cancellation. */
    public List<OrderLine> lines() {
        return content == null ? List.of() : content.lines();
    }

    /** GLN of the buyer, else our id of it, else what {@code otherwise} says. */
    public String buyersId(String otherwise) {
        if (buyer != null && buyer.gln() != null) {
            return buyer.gln();
        }
        boolean placed =
                buyer != null && buyer.address() != null && buyer.address().id() != null;
        return placed ? buyer.address().id() : otherwise;
    }
}
