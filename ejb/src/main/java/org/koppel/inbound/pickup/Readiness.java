package org.koppel.inbound.pickup;

import java.util.Arrays;

/** How it is told that a partner has finished a file. */
public enum Readiness {
    /** It has its final name: partners write under another one and rename. */
    NAME,
    /** Its size and time stay the same for a while. */
    STABLE,
    /** Another file beside it says so. */
    MARKER;

    /** Whether the text is one of them. */
    public static boolean isOne(String text) {
        return Arrays.stream(values()).anyMatch(r -> r.name().equals(text));
    }
}
