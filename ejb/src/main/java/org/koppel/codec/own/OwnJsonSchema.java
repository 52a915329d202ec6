package org.koppel.codec.own;

import jakarta.enterprise.context.ApplicationScoped;
import org.koppel.codec.PublishedSchema;

/** The JSON schema of {@code koppel-json}. */
@ApplicationScoped
public class OwnJsonSchema implements PublishedSchema {

    @Override
    public String name() {
        return OwnSchema.JSON_SCHEMA;
    }

    @Override
    public String mediaType() {
        return "application/schema+json; charset=UTF-8";
    }

    @Override
    public byte[] content() {
        return OwnSchema.bytes(OwnSchema.JSON_SCHEMA);
    }
}
