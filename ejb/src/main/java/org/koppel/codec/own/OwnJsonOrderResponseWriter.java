package org.koppel.codec.own;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import org.koppel.codec.DocumentWriter;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;
import org.koppel.document.OrderResponse;

/** Writes the answer to an order in our own JSON. */
@ApplicationScoped
public class OwnJsonOrderResponseWriter implements DocumentWriter<OrderResponse> {

    @Override
    public FormatId format() {
        return OwnJson.FORMAT;
    }

    @Override
    public Class<OrderResponse> documentClass() {
        return OrderResponse.class;
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
    public void write(OrderResponse document, FormatSettings settings, OutputStream out) throws IOException {
        OwnJson.write(document, out);
    }
}
