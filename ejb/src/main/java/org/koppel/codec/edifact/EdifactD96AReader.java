package org.koppel.codec.edifact;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import org.koppel.codec.DocumentException;
import org.koppel.codec.DocumentReader;
import org.koppel.codec.DocumentSink;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;
import org.koppel.document.Document;

/** Reads interchanges whose first message is of D.96A or a neighbouring directory: orders and their changes, in any mixture. A wrong message is refused alone. */
@ApplicationScoped
public class EdifactD96AReader implements DocumentReader<Document> {

    @Override
    public FormatId format() {
        return Edifact.D96A;
    }

    @Override
    public Class<Document> documentClass() {
        return Document.class;
    }

    @Override
    public void read(InputStream in, FormatSettings settings, DocumentSink<Document> sink)
            throws DocumentException, IOException {
        EdifactOrders.read(in, settings, sink);
    }
}
