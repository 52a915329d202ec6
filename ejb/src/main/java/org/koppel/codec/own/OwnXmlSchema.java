package org.koppel.codec.own;

import jakarta.enterprise.context.ApplicationScoped;
import org.koppel.codec.PublishedSchema;

/** The XML schema of {@code koppel-xml}. */
@ApplicationScoped
public class OwnXmlSchema implements PublishedSchema {

    @Override
    public String name() {
        return OwnSchema.XSD;
    }

    @Override
    public String mediaType() {
        return "application/xml; charset=UTF-8";
    }

    @Override
    public byte[] content() {
        return OwnSchema.bytes(OwnSchema.XSD);
    }
}
