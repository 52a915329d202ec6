package org.koppel.codec.edifact;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.OrderMessage;
import org.koppel.document.OrderChange;

/** Writes the change of an order in D.01B, for a back office. */
@ApplicationScoped
public class EdifactD01BOrderChangeWriter extends EdifactWriter<OrderChange> {

    public EdifactD01BOrderChangeWriter() {
        super(Edifact.D01B, OrderChange.class);
    }

    @Override
    public void write(OrderChange document, FormatSettings settings, OutputStream out)
            throws DocumentException, IOException {
        EdifactOrderMessage.write(OrderMessage.of(document), EdifactOrderMessage.Version.D01B, settings, out);
    }
}
