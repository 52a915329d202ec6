package org.koppel.codec.cxml;

/** Joins texts that cXML splits over several elements. */
final class Texts {
    private Texts() {}

    /** On lines of their own; either may be null. */
    static String joined(String one, String other) {
        return joined(one, "\n", other);
    }

    static String joined(String one, String between, String other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one + between + other;
    }
}
