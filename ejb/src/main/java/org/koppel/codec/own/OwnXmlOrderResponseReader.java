package org.koppel.codec.own;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import org.koppel.codec.DocumentException;
import org.koppel.codec.DocumentReader;
import org.koppel.codec.DocumentSink;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;
import org.koppel.document.OrderResponse;

/** Reads the back office's answer to an order in our own XML. */
@ApplicationScoped
public class OwnXmlOrderResponseReader implements DocumentReader<OrderResponse> {

    @Override
    public FormatId format() {
        return OwnXml.FORMAT;
    }

    @Override
    public Class<OrderResponse> documentClass() {
        return OrderResponse.class;
    }

    @Override
    public void read(InputStream in, FormatSettings settings, DocumentSink<OrderResponse> sink)
            throws DocumentException, IOException {
        sink.accept(OwnDocuments.read(OwnXml.read(in, OrderResponse.class), OrderResponse.class, OwnChecks::response));
    }
}
