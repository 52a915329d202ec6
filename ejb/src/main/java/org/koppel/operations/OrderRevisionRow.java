package org.koppel.operations;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.koppel.order.OrderLineState;

/**
 * A change or cancellation of an order: {@code number} counts from 1; {@code kind} is CHANGE or CANCELLATION; {@code status} PENDING,
 * APPLIED, REFUSED or SUPERSEDED; {@code label} the buyer's version, may be null; {@code document} the change as it came;
 * {@code before} the lines as they stood when it came.
 */
public record OrderRevisionRow(
        int number,
        String kind,
        String status,
        String label,
        UUID document,
        Instant receivedAt,
        List<OrderLineState> before) {}
