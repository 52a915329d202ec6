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
}
