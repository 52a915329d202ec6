package org.koppel.inbound.pickup;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A pattern of file names with {@code *} and {@code ?}; several with commas between. Case does not count. */
final class FileNames {
    /** How programs call what they have not finished; never taken, whatever the pattern is. */
    private static final List<String> UNFINISHED =
            List.of(".tmp", ".part", ".partial", ".filepart", ".crdownload", "~");

    private final List<String> patterns;

    FileNames(String text) {
        patterns = Stream.of(text.toLowerCase(Locale.ROOT).split(","))
                .map(String::strip)
                .filter(p -> !p.isEmpty())
                .toList();
    }

    boolean take(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return !lower.startsWith(".")
                && UNFINISHED.stream().noneMatch(lower::endsWith)
                && patterns.stream().anyMatch(p -> matches(lower, p));
    }

    /** Goes back to the last star only: no pattern makes it slow, as a regular expression would be. */
    private static boolean matches(String name, String pattern) {
        int n = 0;
        int p = 0;
        int star = -1;
        int from = 0;
        while (n < name.length()) {
            char wanted = p < pattern.length() ? pattern.charAt(p) : 0;
            if (wanted == '*') {
                star = p++;
                from = n;
            } else if (p < pattern.length() && (wanted == '?' || wanted == name.charAt(n))) {
                n++;
                p++;
            } else if (star >= 0) {
                p = star + 1;
                n = ++from;
            } else {
                return false;
            }
        }
        return pattern.substring(p).chars().allMatch(c -> c == '*');
    }
}
