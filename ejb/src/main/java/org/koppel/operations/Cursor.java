package org.koppel.operations;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;

/**
 * Where a page ended: the time (to the microsecond, as the database keeps it) and the id of its last row. Travels as opaque
 * text, so that lists of millions of rows are paged without counting.
 */
record Cursor(Instant at, UUID id) {
    private static final int BYTES = 3 * Long.BYTES;

    String encode() {
        byte[] bytes = ByteBuffer.allocate(BYTES)
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, at))
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * @param text what {@link #encode} made; null or blank means the first page
     * @return null for the first page
     * @throws InvalidFilterException when the text is anything else
     */
    static Cursor parse(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text.strip());
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            Cursor cursor = new Cursor(
                    Instant.EPOCH.plus(buffer.getLong(), ChronoUnit.MICROS),
                    new UUID(buffer.getLong(), buffer.getLong()));
            if (buffer.hasRemaining() || !Filters.isKnown(cursor.at())) {
                throw new InvalidFilterException("after", text, "use the value of \"next\" of the page before");
            }
            return cursor;
        } catch (IllegalArgumentException | BufferUnderflowException | DateTimeException | ArithmeticException e) {
            throw new InvalidFilterException("after", text, "use the value of \"next\" of the page before", e);
        }
    }
}
