package org.koppel.codec.ubl;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import org.koppel.codec.DocumentException;
import org.koppel.codec.DocumentReader;
import org.koppel.codec.DocumentSink;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;
import org.koppel.document.OrderResponse;

/** Reads the order response of Peppol BIS Ordering 3 (transactions T76 and T116), as the back office sends it. */
@ApplicationScoped
public class PeppolOrderResponseReader implements DocumentReader<OrderResponse> {

    @Override
    public FormatId format() {
        return Ubl.PEPPOL;
    }

    @Override
    public Class<OrderResponse> documentClass() {
        return OrderResponse.class;
    }

    @Override
    public void read(InputStream in, FormatSettings settings, DocumentSink<OrderResponse> sink)
            throws DocumentException, IOException {
        sink.accept(ResponseWalk.read(in, settings));
    }
}
