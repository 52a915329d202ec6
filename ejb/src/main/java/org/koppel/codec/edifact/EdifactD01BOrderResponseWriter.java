package org.koppel.codec.edifact;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import org.koppel.codec.DocumentException;
import org.koppel.codec.DocumentWriter;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;
import org.koppel.document.OrderResponse;

/** Writes ORDRSP D.01B. */
@ApplicationScoped
public class EdifactD01BOrderResponseWriter implements DocumentWriter<OrderResponse> {

    @Override
    public FormatId format() {
        return Edifact.D01B;
    }

    @Override
    public Class<OrderResponse> documentClass() {
        return OrderResponse.class;
    }

    @Override
    public boolean counted() {
        return true;
    }

    @Override
    public String mediaType() {
        return Edifact.MEDIA_TYPE;
    }

    @Override
    public String fileExtension() {
        return Edifact.FILE_EXTENSION;
    }

    @Override
    public void write(OrderResponse response, FormatSettings settings, OutputStream out)
            throws DocumentException, IOException {
        EdifactOrderResponse.write(response, EdifactOrderResponse.Version.D01B, settings, out);
    }
}
