package org.koppel.codec.cxml;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.OrderMessage;
import org.koppel.document.OrderChange;

/** Writes the change of an order, which is the order as it shall be as cXML 1.2 {@code OrderRequest} of type update, for a back office. */
@ApplicationScoped
public class CxmlOrderChangeWriter extends CxmlRequestWriter<OrderChange> {

    @Override
    public Class<OrderChange> documentClass() {
        return OrderChange.class;
    }

    @Override
    public void write(OrderChange document, FormatSettings settings, OutputStream out)
            throws DocumentException, IOException {
        OrderRequestPart.write(OrderMessage.of(document), settings, out);
    }
}
