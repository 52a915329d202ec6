package org.koppel.transport;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * A file that a partner laid ready. {@code name} has no path; {@code size} in bytes, negative where nobody tells it; {@code modified} is as exact as the partner's
 * server tells it, {@link Instant#EPOCH} where it does not.
 */
public record WaitingFile(String name, long size, Instant modified) {
    private static final int LONGEST = 200;
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cntrl}/\\\\]");

    /** Whether a partner's word for a file can be used as a name: no path, no control characters, not endless. */
    public static boolean isName(String name) {
        return name != null
                && !name.isBlank()
                && !name.equals(".")
                && !name.equals("..")
                && name.length() <= LONGEST
                && !UNFIT.matcher(name).find();
    }
}
