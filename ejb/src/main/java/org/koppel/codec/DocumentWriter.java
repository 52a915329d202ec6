package org.koppel.codec;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import org.koppel.document.Document;

/** Writes one kind of document in one format. Implementations are stateless, thread-safe and found by CDI. */
public interface DocumentWriter<T extends Document> {

    FormatId format();

    Class<T> documentClass();

    /** Whether every file carries a control number of its own, which the settings bring ({@link ControlNumber#OPTION}). */
    default boolean counted() {
        return false;
    }

    /** Names of the options whose values nobody may see: they are kept encrypted. */
    default Set<String> secretOptions() {
        return Set.of();
    }

    /** What is kept of what was written: without what nobody may see. */
    default byte[] masked(byte[] content) {
        return content;
    }

    /** What was kept, complete again, so that it can be sent once more. */
    default byte[] unmasked(byte[] content, FormatSettings settings) {
        return content;
    }

    /**
     * What is good today and will soon be refused, of a document just written: a coming release of the format's rules objects to it.
     * Empty nearly always.
     */
    default List<Problem> warnings(T document, byte[] written) {
        return List.of();
    }

    /** Media type of what is written, with charset where it is text: {@code text/html; charset=UTF-8}. */
    String mediaType();

    /** File extension without a point: {@code pdf}. */
    String fileExtension();

    /**
     * Writes the document completely; the stream is not closed. Nothing usable may be left in the stream when it throws.
     *
     * @throws DocumentException when a value does not fit the format; names the field
     */
    void write(T document, FormatSettings settings, OutputStream out) throws DocumentException, IOException;
}
