package org.koppel.codec.own;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import org.koppel.codec.DocumentWriter;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;
import org.koppel.document.OrderChange;

/** Writes the change of an order in our own JSON. */
@ApplicationScoped
public class OwnJsonOrderChangeWriter implements DocumentWriter<OrderChange> {

    @Override
    public FormatId format() {
        return OwnJson.FORMAT;
    }

    @Override
    public Class<OrderChange> documentClass() {
        return OrderChange.class;
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
    public void write(OrderChange document, FormatSettings settings, OutputStream out) throws IOException {
        OwnJson.write(document, out);
    }
}
