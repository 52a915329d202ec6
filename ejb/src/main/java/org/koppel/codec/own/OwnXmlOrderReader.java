package org.koppel.codec.own;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import org.koppel.codec.DocumentException;
import org.koppel.codec.DocumentReader;
import org.koppel.codec.DocumentSink;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;
import org.koppel.document.Order;

/** Reads an order in our own XML. */
@ApplicationScoped
public class OwnXmlOrderReader implements DocumentReader<Order> {

    @Override
    public FormatId format() {
        return OwnXml.FORMAT;
    }

    @Override
    public Class<Order> documentClass() {
        return Order.class;
    }

    @Override
    public void read(InputStream in, FormatSettings settings, DocumentSink<Order> sink)
            throws DocumentException, IOException {
        sink.accept(OwnDocuments.read(OwnXml.read(in, Order.class), Order.class, OwnChecks::order));
    }
}
