package org.koppel.codec.x12;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.OrderMessage;
import org.koppel.document.OrderCancellation;

/** Writes the cancellation of an order as 850 or 860 (004010), for a back office. */
@ApplicationScoped
public class X12OrderCancellationWriter extends X12Writer<OrderCancellation> {

    public X12OrderCancellationWriter() {
        super(OrderCancellation.class);
    }

    @Override
    public void write(OrderCancellation document, FormatSettings settings, OutputStream out)
            throws DocumentException, IOException {
        X12OrderMessage.write(OrderMessage.of(document), settings, out);
    }
}
