package org.koppel.codec.edifact;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.OrderMessage;
import org.koppel.document.Order;

/** Writes an order in D.96A, for a back office. */
@ApplicationScoped
public class EdifactD96AOrderWriter extends EdifactWriter<Order> {

    public EdifactD96AOrderWriter() {
        super(Edifact.D96A, Order.class);
    }

    @Override
    public void write(Order document, FormatSettings settings, OutputStream out) throws DocumentException, IOException {
        EdifactOrderMessage.write(OrderMessage.of(document), EdifactOrderMessage.Version.D96A, settings, out);
    }
}
