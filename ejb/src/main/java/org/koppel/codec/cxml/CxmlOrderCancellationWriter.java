package org.koppel.codec.cxml;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.OrderMessage;
import org.koppel.document.OrderCancellation;

/** Writes the cancellation of an order as cXML 1.2 {@code OrderRequest} of type delete, for a back office. */
@ApplicationScoped
public class CxmlOrderCancellationWriter extends CxmlRequestWriter<OrderCancellation> {

    @Override
    public Class<OrderCancellation> documentClass() {
        return OrderCancellation.class;
    }

    @Override
    public void write(OrderCancellation document, FormatSettings settings, OutputStream out)
            throws DocumentException, IOException {
        OrderRequestPart.write(OrderMessage.of(document), settings, out);
    }
}
