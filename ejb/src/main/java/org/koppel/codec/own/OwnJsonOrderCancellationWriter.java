package org.koppel.codec.own;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import org.koppel.codec.DocumentWriter;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;
import org.koppel.document.OrderCancellation;

/** Writes the cancellation of an order in our own JSON. */
@ApplicationScoped
public class OwnJsonOrderCancellationWriter implements DocumentWriter<OrderCancellation> {

    @Override
    public FormatId format() {
        return OwnJson.FORMAT;
    }

    @Override
    public Class<OrderCancellation> documentClass() {
        return OrderCancellation.class;
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
    public void write(OrderCancellation document, FormatSettings settings, OutputStream out) throws IOException {
        OwnJson.write(document, out);
    }
}
