package org.koppel.codec.edifact;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FormatSettings;
import org.koppel.document.OrderResponse;

/** Writes ORDRSP D.01B. */
@ApplicationScoped
public class EdifactD01BOrderResponseWriter extends EdifactWriter<OrderResponse> {

    public EdifactD01BOrderResponseWriter() {
        super(Edifact.D01B, OrderResponse.class);
    }

    @Override
    public void write(OrderResponse response, FormatSettings settings, OutputStream out)
            throws DocumentException, IOException {
        EdifactOrderResponse.write(response, EdifactOrderResponse.Version.D01B, settings, out);
    }
}
