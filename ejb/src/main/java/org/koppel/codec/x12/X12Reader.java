package org.koppel.codec.x12;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import org.koppel.codec.DocumentException;
import org.koppel.codec.DocumentReader;
import org.koppel.codec.DocumentSink;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;
import org.koppel.document.Document;

/** Reads interchanges of 850 and 860 (004010), in any mixture; a wrong one is refused alone. */
@ApplicationScoped
public class X12Reader implements DocumentReader<Document> {

    @Override
    public FormatId format() {
        return X12.FORMAT;
    }

    @Override
    public Class<Document> documentClass() {
        return Document.class;
    }

    @Override
    public void read(InputStream in, FormatSettings settings, DocumentSink<Document> sink)
            throws DocumentException, IOException {
        X12Orders.read(in, settings, sink);
    }
}
