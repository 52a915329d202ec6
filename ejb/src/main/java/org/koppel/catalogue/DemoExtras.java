package org.koppel.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * What the demo shows beside prices: Belgian levies (Recupel, Ecotax, Auvibel, Reprobel, Sabam) with articles that bear them, one
 * customer's settings, accessories, synonyms.
 */
final class DemoExtras {
    private DemoExtras() {}

    /** The statements that add it to the demo's articles. */
    static String script() {
        try (InputStream in = DemoExtras.class.getResourceAsStream("demo-extras.sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the extras of the demo catalogue", e);
        }
    }
}
