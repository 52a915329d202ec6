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
import org.koppel.document.OrderCancellation;

/** Reads a cXML 1.2 {@code OrderRequest} of type delete; its lines are not looked at. */
@ApplicationScoped
public class CxmlOrderCancellationReader implements DocumentReader<OrderCancellation> {

    @Override
    public FormatId format() {
        return Cxml.FORMAT;
    }

    @Override
    public Class<OrderCancellation> documentClass() {
        return OrderCancellation.class;
    }

    @Override
    public void read(InputStream in, FormatSettings settings, DocumentSink<OrderCancellation> sink)
            throws DocumentException, IOException {
        sink.accept(OrderWalk.through(in, OrderType.DELETE, settings, FileKeeper.of(sink))
                .cancellation());
    }
}
