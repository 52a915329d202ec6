package org.koppel.operations;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.koppel.codec.Problem;

/**
 * A document as lists show it. {@code direction} is {@code IN} or {@code OUT}; {@code message} (where it was read from) and
 * {@code order} (the purchase order it belongs to), {@code cause} (of a failure of the machine) may be null.
 */
public record DocumentRow(
        UUID id,
        String direction,
        String customer,
        String type,
        String number,
        UUID message,
        UUID order,
        String status,
        List<Problem> problems,
        int attempts,
        String cause,
        Instant createdAt) {}
