package org.koppel.codec.ubl;

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

/** Reads the order of Peppol BIS Order 3 (transaction T01), which is a UBL 2.1 {@code Order}. */
@ApplicationScoped
public class PeppolOrderReader implements DocumentReader<Order> {

    @Override
    public FormatId format() {
        return Ubl.PEPPOL;
    }

    @Override
    public Class<Order> documentClass() {
        return Order.class;
    }

    @Override
    public void read(InputStream in, FormatSettings settings, DocumentSink<Order> sink)
            throws DocumentException, IOException {
        sink.accept(UblOrderReader.order(in, settings, FileKeeper.of(sink)));
    }
}
