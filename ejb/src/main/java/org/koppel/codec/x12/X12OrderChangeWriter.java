package org.koppel.codec.x12;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.OrderMessage;
import org.koppel.document.OrderChange;

/** Writes the change of an order as 850 or 860 (004010), for a back office. */
@ApplicationScoped
public class X12OrderChangeWriter extends X12Writer<OrderChange> {

    public X12OrderChangeWriter() {
        super(OrderChange.class);
    }

    @Override
    public void write(OrderChange document, FormatSettings settings, OutputStream out)
            throws DocumentException, IOException {
        X12OrderMessage.write(OrderMessage.of(document), settings, out);
    }
}
