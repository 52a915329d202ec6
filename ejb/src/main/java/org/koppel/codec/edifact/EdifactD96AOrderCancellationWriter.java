package org.koppel.codec.edifact;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.OrderMessage;
import org.koppel.document.OrderCancellation;

/** Writes the cancellation of an order in D.96A, for a back office. */
@ApplicationScoped
public class EdifactD96AOrderCancellationWriter extends EdifactWriter<OrderCancellation> {

    public EdifactD96AOrderCancellationWriter() {
        super(Edifact.D96A, OrderCancellation.class);
    }

    @Override
    public void write(OrderCancellation document, FormatSettings settings, OutputStream out)
            throws DocumentException, IOException {
        EdifactOrderMessage.write(OrderMessage.of(document), EdifactOrderMessage.Version.D96A, settings, out);
    }
}
