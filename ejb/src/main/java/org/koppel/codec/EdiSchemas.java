package org.koppel.codec;

import io.xlate.edi.schema.EDISchemaException;
import io.xlate.edi.schema.Schema;
import io.xlate.edi.schema.SchemaFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Descriptions of EDI messages, read once from the resources of the package that owns them. */
public final class EdiSchemas {
    private EdiSchemas() {}

    /** Chooses the description of a message by its type and version; null when it is not taken. */
    @FunctionalInterface
    public interface Choice {
        Schema of(String type, String version);
    }

    /** @param resource a file beside {@code owner} */
    public static Schema load(Class<?> owner, String resource) {
        try (InputStream in = owner.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing beside " + owner);
            }
            return SchemaFactory.newFactory().createSchema(in);
        } catch (EDISchemaException e) {
            throw new IllegalStateException("Our own " + resource + " is not a description of a message", e);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + resource, e);
        }
    }
}
