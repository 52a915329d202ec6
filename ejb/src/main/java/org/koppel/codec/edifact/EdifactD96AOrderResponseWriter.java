package org.koppel.codec.edifact;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FormatSettings;
import org.koppel.document.OrderResponse;

/** Writes ORDRSP D.96A. */
@ApplicationScoped
public class EdifactD96AOrderResponseWriter extends EdifactWriter<OrderResponse> {

    public EdifactD96AOrderResponseWriter() {
        super(Edifact.D96A, OrderResponse.class);
    }

    @Override
    public void write(OrderResponse response, FormatSettings settings, OutputStream out)
            throws DocumentException, IOException {
        EdifactOrderResponse.write(response, EdifactOrderResponse.Version.D96A, settings, out);
    }
}
