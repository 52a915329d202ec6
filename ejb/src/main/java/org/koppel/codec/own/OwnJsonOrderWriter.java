package org.koppel.codec.own;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import org.koppel.codec.DocumentWriter;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;
import org.koppel.document.Order;

/** Writes an order in our own JSON. */
@ApplicationScoped
public class OwnJsonOrderWriter implements DocumentWriter<Order> {

    @Override
    public FormatId format() {
        return OwnJson.FORMAT;
    }

    @Override
    public Class<Order> documentClass() {
        return Order.class;
    }

    @Override
    public String mediaType() {
        return OwnJson.MEDIA_TYPE;
    }

    @Override
    public String fileExtension() {
        return "json";
    }

    @Override
    public void write(Order document, FormatSettings settings, OutputStream out) throws IOException {
        OwnJson.write(document, out);
    }
}
