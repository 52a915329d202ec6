package org.koppel.transport;

import java.util.List;

/**
 * A mail that was opened. {@code id} is its Message-ID, empty when it has none; {@code from} the address of its author; {@code welcome}
 * whether that author may send here; {@code text} what a person wrote, empty for nothing; {@code enclosures} its attachments, but for
 * pictures that only belong to the text.
 */
public record Letter(String id, String from, boolean welcome, String subject, String text, List<Enclosure> enclosures) {

    /** A file that came with a mail; {@code name} has no path, {@code mediaType} no parameters. */
    public record Enclosure(String mediaType, String name, byte[] content) {}

    public Letter {
        enclosures = List.copyOf(enclosures);
    }

    /** Never the contents. */
    @Override
    public String toString() {
        return "mail " + id + " of " + from;
    }
}
