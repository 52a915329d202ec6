package org.koppel.outbound;

import org.koppel.codec.FormatId;
import org.koppel.transport.Part;

/** One file of a delivery and the format it is written in, which is {@code file} for one that only goes along. */
record Written(FormatId format, Part part) {
    private static final FormatId ENCLOSED = new FormatId("file");

    static Written enclosed(Part part) {
        return new Written(ENCLOSED, part);
    }

    Written named(String fileName) {
        return new Written(format, new Part(part.mediaType(), fileName, part.content(), part.control()));
    }

    Written with(byte[] content) {
        return new Written(format, new Part(part.mediaType(), part.fileName(), content, part.control()));
    }
}
