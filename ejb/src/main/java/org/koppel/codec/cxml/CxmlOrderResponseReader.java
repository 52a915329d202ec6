package org.koppel.codec.cxml;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import org.koppel.codec.DocumentException;
import org.koppel.codec.DocumentReader;
import org.koppel.codec.DocumentSink;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;
import org.koppel.document.OrderResponse;

/** Reads a cXML 1.2 {@code ConfirmationRequest} of a back office: the answer to an order. */
@ApplicationScoped
public class CxmlOrderResponseReader implements DocumentReader<OrderResponse> {

    @Override
    public FormatId format() {
        return Cxml.FORMAT;
    }

    @Override
    public Class<OrderResponse> documentClass() {
        return OrderResponse.class;
    }

    @Override
    public void read(InputStream in, FormatSettings settings, DocumentSink<OrderResponse> sink)
            throws DocumentException, IOException {
        sink.accept(ConfirmationWalk.read(in, settings));
    }
}
