package org.koppel.inbound.pickup;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;

/**
 * A file that was taken. {@code message} is the message it became, or the one that came before when it is {@code repeated}; null
 * when nothing was stored; {@code outcome} is what the inbox said; {@code detail} says why it was not accepted, else null;
 * {@code movedTo} and {@code movedAt} are null until it was moved away.
 */
public record PickedFile(
        UUID id,
        String name,
        long size,
        Instant takenAt,
        UUID message,
        String outcome,
        boolean accepted,
        boolean repeated,
        String detail,
        String movedTo,
        Instant movedAt) {
    /** In bytes. */
    private static final int LONGEST_NAME = 220;

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmssSSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    boolean isMoved() {
        return movedAt != null;
    }

    /** Its name in the archive; the same however often the move is tried, and another one than that of tomorrow's file. */
    String archiveName() {
        return STAMP.format(takenAt) + "-" + end(name);
    }

    /** With what stands around it, it is still a name that file systems take; the end says what the file is. */
    private static String end(String name) {
        String end = name;
        while (end.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
            end = end.substring(end.offsetByCodePoints(0, 1));
        }
        return end;
    }

    /** What is laid beside a file that was refused; null for others. */
    String explanation() {
        return accepted
                ? null
                : "File: " + name + "\nReceived: " + takenAt + "\nResult: " + outcome
                        + (message == null ? "" : "\nMessage: " + message) + "\n\n" + detail + "\n";
    }
}
