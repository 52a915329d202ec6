package org.koppel.codec.own;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Reads a description from beside the classes. */
final class OwnSchema {
    static final String XSD = "koppel-1.xsd";
    static final String JSON_SCHEMA = "koppel-1.schema.json";

    private OwnSchema() {}

    static byte[] bytes(String name) {
        try (InputStream in = OwnSchema.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + name, e);
        }
    }
}
