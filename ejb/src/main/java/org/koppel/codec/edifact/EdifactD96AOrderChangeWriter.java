package org.koppel.codec.edifact;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.OrderMessage;
import org.koppel.document.OrderChange;

/** Writes the change of an order in D.96A, for a back office. */
@ApplicationScoped
public class EdifactD96AOrderChangeWriter extends EdifactWriter<OrderChange> {

    public EdifactD96AOrderChangeWriter() {
        super(Edifact.D96A, OrderChange.class);
    }

    @Override
    public void write(OrderChange document, FormatSettings settings, OutputStream out)
            throws DocumentException, IOException {
        EdifactOrderMessage.write(OrderMessage.of(document), EdifactOrderMessage.Version.D96A, settings, out);
    }
}
