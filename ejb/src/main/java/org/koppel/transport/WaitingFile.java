package org.koppel.transport;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A file that a partner laid ready. {@code name} has no path; {@code size} in bytes, negative where nobody tells it; {@code modified} is as exact as the partner's
 * server tells it, {@link Instant#EPOCH} where it does not.
 */
public record WaitingFile(String name, long size, Instant modified) {
    private static final int LONGEST = 200;
    private static final int SECONDS_OF_A_MINUTE = 60;
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cntrl}/\\\\]");

    /**
     * By which it is known again without looking into it: size and time. Empty where the time is told in whole minutes or not at all: in
     * one minute a file can become another one of the same size.
     */
    public Optional<String> looks() {
        return modified.getEpochSecond() % SECONDS_OF_A_MINUTE == 0
                ? Optional.empty()
                : Optional.of(size + " " + modified);
    }

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
