package org.koppel.codec.own;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import org.koppel.codec.DocumentWriter;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;
import org.koppel.document.Order;

/** Writes an order in our own XML. */
@ApplicationScoped
public class OwnXmlOrderWriter implements DocumentWriter<Order> {

    @Override
    public FormatId format() {
        return OwnXml.FORMAT;
    }

    @Override
    public Class<Order> documentClass() {
        return Order.class;
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
    public void write(Order document, FormatSettings settings, OutputStream out) throws IOException {
        OwnXml.write(document, out);
    }
}
