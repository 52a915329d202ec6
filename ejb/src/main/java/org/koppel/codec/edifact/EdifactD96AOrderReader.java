package org.koppel.codec.edifact;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import org.koppel.codec.DocumentException;
import org.koppel.codec.DocumentReader;
import org.koppel.codec.DocumentSink;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;
import org.koppel.document.Order;

/** Reads interchanges whose first message is an ORDERS of D.96A or a neighbouring directory; a wrong message is refused alone. */
@ApplicationScoped
public class EdifactD96AOrderReader implements DocumentReader<Order> {

    @Override
    public FormatId format() {
        return Edifact.D96A;
    }

    @Override
    public Class<Order> documentClass() {
        return Order.class;
    }

    @Override
    public void read(InputStream in, FormatSettings settings, DocumentSink<Order> sink)
            throws DocumentException, IOException {
        EdifactOrders.read(in, settings, sink);
    }
}
