package org.koppel.codec.own;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import org.koppel.codec.DocumentException;
import org.koppel.codec.DocumentReader;
import org.koppel.codec.DocumentSink;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;
import org.koppel.document.OrderCancellation;

/** Reads the cancellation of an order in our own XML. */
@ApplicationScoped
public class OwnXmlOrderCancellationReader implements DocumentReader<OrderCancellation> {

    @Override
    public FormatId format() {
        return OwnXml.FORMAT;
    }

    @Override
    public Class<OrderCancellation> documentClass() {
        return OrderCancellation.class;
    }

    @Override
    public void read(InputStream in, FormatSettings settings, DocumentSink<OrderCancellation> sink)
            throws DocumentException, IOException {
        sink.accept(OwnDocuments.read(
                OwnXml.read(in, OrderCancellation.class), OrderCancellation.class, OwnChecks::cancellation));
    }
}
