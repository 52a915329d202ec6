package org.koppel.operations;

import java.util.List;
import java.util.UUID;
import org.koppel.document.Order;
import org.koppel.order.CartDifference;

/**
 * Everything about one order: {@code content} is the order as its buyer wants it now, {@code document} the id of the
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
        MessageRow message,
        List<OrderLineRow> lines,
        List<OrderRevisionRow> revisions,
        List<DocumentRow> documents,
        List<DeliveryRow> deliveries,
        List<AttemptRow> attempts) {}
