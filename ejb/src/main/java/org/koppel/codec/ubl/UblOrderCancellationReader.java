package org.koppel.codec.ubl;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import org.koppel.codec.DocumentException;
import org.koppel.codec.DocumentReader;
import org.koppel.codec.DocumentSink;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;
import org.koppel.document.OrderCancellation;

/** Reads a UBL {@code OrderCancellation} of 2.0 to 2.4. */
@ApplicationScoped
public class UblOrderCancellationReader implements DocumentReader<OrderCancellation> {

    @Override
    public FormatId format() {
        return Ubl.FORMAT;
    }

    @Override
    public Class<OrderCancellation> documentClass() {
        return OrderCancellation.class;
    }

    @Override
    public void read(InputStream in, FormatSettings settings, DocumentSink<OrderCancellation> sink)
            throws DocumentException, IOException {
        sink.accept(CancellationWalk.read(in));
    }
}
