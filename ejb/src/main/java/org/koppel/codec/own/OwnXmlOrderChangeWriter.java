package org.koppel.codec.own;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import org.koppel.codec.DocumentWriter;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;
import org.koppel.document.OrderChange;

/** Writes the change of an order in our own XML. */
@ApplicationScoped
public class OwnXmlOrderChangeWriter implements DocumentWriter<OrderChange> {

    @Override
    public FormatId format() {
        return OwnXml.FORMAT;
    }

    @Override
    public Class<OrderChange> documentClass() {
        return OrderChange.class;
    }

    @Override
    public String mediaType() {
        return OwnXml.MEDIA_TYPE;
    }

    @Override
    public String fileExtension() {
        return "xml";
    }

    @Override
    public void write(OrderChange document, FormatSettings settings, OutputStream out) throws IOException {
        OwnXml.write(document, out);
    }
}
