package org.koppel.codec.table;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import org.koppel.codec.DocumentException;
import org.koppel.codec.DocumentReader;
import org.koppel.codec.DocumentSink;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;
import org.koppel.document.Document;

/** Reads customers' orders, their changes and cancellations from DBF. */
@ApplicationScoped
public class OrderDbfReader implements DocumentReader<Document> {

    @Override
    public FormatId format() {
        return DbfFormat.ID;
    }

    @Override
    public Class<Document> documentClass() {
        return Document.class;
    }

    @Override
    public void read(InputStream in, FormatSettings settings, DocumentSink<Document> sink)
            throws DocumentException, IOException {
        OrderRows.DOCUMENTS.read(format(), in, settings, sink);
    }
}
