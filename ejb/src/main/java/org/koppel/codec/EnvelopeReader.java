package org.koppel.codec;

import java.io.IOException;
import java.io.InputStream;

/** Looks at the outside of a message of one format: who sends it, which kind it is, by which id. Cheap; reads no lines. */
public interface EnvelopeReader {

    FormatId format();

    /**
     * Whether a message is of this format, judged by its content type (may be null) and its first bytes (up to 4 kB).
     */
    boolean recognises(String contentType, byte[] head);

    /**
     * @throws DocumentException when the message is not well-formed up to its header, or a mandatory part of the header is
     *     missing
     */
    Envelope read(InputStream in) throws DocumentException, IOException;

    /** Whether a file of this format is itself a packed one, as those of spreadsheets are. */
    default boolean isPacked() {
        return false;
    }

    /** Whether a message holds any number of documents, which are read one after the other, so that it may be large. */
    default boolean holdsMany() {
        return false;
    }

    /**
     * Whether what a partner agreed decides what a message of this format is; then it is asked for each message, which costs a query. For others what was agreed
     * two seconds ago will do.
     */
    default boolean dependsOnAgreement() {
        return false;
    }

    /** As {@link #read(InputStream)}, by what its sender agreed. */
    default Envelope read(InputStream in, FormatSettings settings) throws DocumentException, IOException {
        return read(in);
    }
}
