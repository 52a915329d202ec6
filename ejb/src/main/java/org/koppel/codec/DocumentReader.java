package org.koppel.codec;

import java.io.IOException;
import java.io.InputStream;
import org.koppel.document.Document;

/** Reads one kind of document in one format. Implementations are stateless, thread-safe and found by CDI. */
public interface DocumentReader<T extends Document> {

    FormatId format();

    /** The record it produces. */
    Class<T> documentClass();

    /**
     * Reads the whole stream and hands each document to the sink; the stream is not closed.
     *
     * @throws DocumentException when the message is wrong, with every problem and its place
     * @throws IOException when the stream cannot be read
     */
    void read(InputStream in, FormatSettings settings, DocumentSink<T> sink) throws DocumentException, IOException;
}
