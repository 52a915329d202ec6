package org.koppel.transport;

import java.util.List;

/**
 * One thing a transport must be told: its name, whether it is needed, and whether it is secret (hidden, encrypted at rest). {@code choices}
 * are all that it can be, the first of them what it is when nothing is said; empty for any text.
 */
public record Setting(String name, boolean required, boolean secret, List<String> choices) {

    public Setting {
        choices = List.copyOf(choices);
    }

    /** Any text. */
    public Setting(String name, boolean required, boolean secret) {
        this(name, required, secret, List.of());
    }
}
