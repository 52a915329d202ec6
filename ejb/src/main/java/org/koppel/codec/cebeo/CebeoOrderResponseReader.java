package org.koppel.codec.cebeo;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import org.koppel.codec.DocumentException;
import org.koppel.codec.DocumentReader;
import org.koppel.codec.DocumentSink;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.UnitReading;
import org.koppel.codec.XmlStreams;
import org.koppel.document.OrderResponse;

/** Reads {@code Response/Order/Detail}, as the back office answers an order, of CebeoXML 2.0. Its prices are in the currency of the option {@code cebeo.currency}, else in euro. */
@ApplicationScoped
public class CebeoOrderResponseReader implements DocumentReader<OrderResponse> {

    @Override
    public FormatId format() {
        return Cebeo.FORMAT;
    }

    @Override
    public Class<OrderResponse> documentClass() {
        return OrderResponse.class;
    }

    @Override
    public void read(InputStream in, FormatSettings settings, DocumentSink<OrderResponse> sink)
            throws DocumentException, IOException {
        sink.accept(
                new CebeoResponseWalk(XmlStreams.open(in), settings.currency(), UnitReading.of(settings)).response());
    }
}
