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
import org.koppel.document.OrderChange;

/** Reads a cXML 1.2 {@code OrderRequest} of type update: the order as it shall be from now on. A line of operation delete is left out. */
@ApplicationScoped
public class CxmlOrderChangeReader implements DocumentReader<OrderChange> {

    @Override
    public FormatId format() {
        return Cxml.FORMAT;
    }

    @Override
    public Class<OrderChange> documentClass() {
        return OrderChange.class;
    }

    @Override
    public void read(InputStream in, FormatSettings settings, DocumentSink<OrderChange> sink)
            throws DocumentException, IOException {
        sink.accept(OrderWalk.through(in, OrderType.UPDATE, settings, FileKeeper.of(sink))
                .change());
    }
}
