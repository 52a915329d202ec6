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
import org.koppel.document.Order;

/** Reads {@code Order/Create} of CebeoXML 2.0. Its prices are in the currency of the option {@code cebeo.currency}, else in euro. */
@ApplicationScoped
public class CebeoOrderReader implements DocumentReader<Order> {

    @Override
    public FormatId format() {
        return Cebeo.FORMAT;
    }

    @Override
    public Class<Order> documentClass() {
        return Order.class;
    }

    @Override
    public void read(InputStream in, FormatSettings settings, DocumentSink<Order> sink)
            throws DocumentException, IOException {
        sink.accept(new CebeoOrderWalk(XmlStreams.open(in), settings.currency(), UnitReading.of(settings)).order());
    }
}
