package org.koppel.outbound;

import org.koppel.codec.FormatId;

/** Documents of this type are not written in that format. */
public class UnsupportedFormatException extends RuntimeException {
    public UnsupportedFormatException(String documentType, FormatId format) {
        super("Nothing here writes " + documentType + " as " + format);
    }
}
