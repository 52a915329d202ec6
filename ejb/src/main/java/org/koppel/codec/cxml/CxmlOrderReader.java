package org.koppel.codec.cxml;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import org.koppel.codec.DocumentException;
import org.koppel.codec.DocumentReader;
import org.koppel.codec.DocumentSink;
import org.koppel.codec.FileKeeper;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;
import org.koppel.document.Order;

/**
 * Reads a new cXML 1.2 {@code OrderRequest}, of any 1.x version. Lenient about order of elements and unknown ones, strict about
 * what an order cannot do without; refuses with all problems at once. The DOCTYPE is stepped over; its DTD is never loaded.
 */
@ApplicationScoped
public class CxmlOrderReader implements DocumentReader<Order> {

    @Override
    public FormatId format() {
        return Cxml.FORMAT;
    }

    @Override
    public Class<Order> documentClass() {
        return Order.class;
    }

    @Override
    public void read(InputStream in, FormatSettings settings, DocumentSink<Order> sink)
            throws DocumentException, IOException {
        sink.accept(OrderWalk.through(in, OrderType.NEW, settings, FileKeeper.of(sink))
                .order());
    }
}
