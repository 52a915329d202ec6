package org.koppel.codec.own;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import org.koppel.codec.DocumentException;
import org.koppel.codec.DocumentReader;
import org.koppel.codec.DocumentSink;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;
import org.koppel.document.OrderChange;

/** Reads the change of an order in our own JSON. */
@ApplicationScoped
public class OwnJsonOrderChangeReader implements DocumentReader<OrderChange> {

    @Override
    public FormatId format() {
        return OwnJson.FORMAT;
    }

    @Override
    public Class<OrderChange> documentClass() {
        return OrderChange.class;
    }

    @Override
    public void read(InputStream in, FormatSettings settings, DocumentSink<OrderChange> sink)
            throws DocumentException, IOException {
        sink.accept(OwnDocuments.read(JsonTree.read(in), OrderChange.class, OwnChecks::change));
    }
}
