package org.koppel.operations;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** What the filters of all lists have in common. */
final class Filters {
    static final int MOST = 200;
    static final int USUAL = 50;
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private Filters() {}

    /** @throws InvalidFilterException for years that the database does not know; null is none */
    static void time(String parameter, Instant time) {
        if (time != null && !isKnown(time)) {
            throw new InvalidFilterException(parameter, time.toString(), "use a year from 1 to 9999");
        }
    }

    /** Whether the database knows the time's year. */
    static boolean isKnown(Instant time) {
        return !time.isBefore(FIRST) && !time.isAfter(LAST);
    }

    static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** @throws InvalidFilterException outside 1 to 200 */
    static int limit(Integer wanted) {
        if (wanted == null) {
            return USUAL;
        }
        if (wanted < 1 || wanted > MOST) {
            throw new InvalidFilterException("limit", wanted.toString(), "use 1 to " + MOST);
        }
        return wanted;
    }

    /**
     * Statuses, separated by commas, in any case.
     *
     * @return null when nothing was asked
     * @throws InvalidFilterException naming the known ones
     */
    static List<String> statuses(String text, Collection<String> known) {
        if (blankToNull(text) == null) {
            return null;
        }
        List<String> wanted = Arrays.stream(text.split(","))
                .map(s -> s.strip().toUpperCase(Locale.ROOT))
                .toList();
        if (!known.containsAll(wanted)) {
            throw new InvalidFilterException("status", text, "use one of " + String.join(", ", known));
        }
        return wanted;
    }

    /** A {@code like} pattern for everything that starts with the text, or null. */
    static String prefix(String text) {
        String plain = blankToNull(text);
        return plain == null
                ? null
                : plain.toLowerCase(Locale.ROOT)
                                .replace("\\", "\\\\")
                                .replace("%", "\\%")
                                .replace("_", "\\_")
                        + "%";
    }

    /** The id a person pasted, or null when the text is none. */
    static UUID uuid(String text) {
        String plain = blankToNull(text);
        return plain != null && plain.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
                ? UUID.fromString(plain)
                : null;
    }
}
