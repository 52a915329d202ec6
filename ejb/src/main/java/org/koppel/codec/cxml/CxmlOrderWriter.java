package org.koppel.codec.cxml;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.OrderMessage;
import org.koppel.document.Order;

/** Writes an order as cXML 1.2 {@code OrderRequest} of type new, for a back office. */
@ApplicationScoped
public class CxmlOrderWriter extends CxmlRequestWriter<Order> {

    @Override
    public Class<Order> documentClass() {
        return Order.class;
    }

    @Override
    public void write(Order document, FormatSettings settings, OutputStream out) throws DocumentException, IOException {
        OrderRequestPart.write(OrderMessage.of(document), settings, out);
    }
}
