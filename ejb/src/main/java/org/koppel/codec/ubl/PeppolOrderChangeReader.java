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
import org.koppel.document.OrderChange;

/** Reads the order change of Peppol BIS Advanced Ordering 3 (transaction T114), which is a UBL 2.3 {@code OrderChange}. */
@ApplicationScoped
public class PeppolOrderChangeReader implements DocumentReader<OrderChange> {

    @Override
    public FormatId format() {
        return Ubl.PEPPOL;
    }

    @Override
    public Class<OrderChange> documentClass() {
        return OrderChange.class;
    }

    @Override
    public void read(InputStream in, FormatSettings settings, DocumentSink<OrderChange> sink)
            throws DocumentException, IOException {
        sink.accept(OrderWalk.through(in, OrderWalk.CHANGE, settings, FileKeeper.of(sink))
                .change());
    }
}
