package org.koppel.codec.x12;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.koppel.codec.DocumentException;
import org.koppel.codec.EdiCursor;
import org.koppel.codec.EdiDescription;
import org.koppel.codec.Problem;

/** Opens an interchange: passes over a byte order mark and blank lines. Without the mark the characters are Latin 1. */
final class X12Stream {
    private static final int HEAD = 512;

    /** From ISA to the terminator behind ISA16. */
    private static final int ISA_LENGTH = 106;

    private X12Stream() {}

    /** @throws DocumentException when it is no X12 */
    static EdiCursor open(InputStream in, EdiDescription.Choice descriptions) throws DocumentException, IOException {
        BufferedInputStream stream = new BufferedInputStream(in);
        stream.mark(HEAD);
        byte[] head = stream.readNBytes(HEAD);
        stream.reset();
        String text = text(head);
        if (!text.startsWith("ISA") || text.length() < ISA_LENGTH) {
            throw new DocumentException(new Problem(
                    "MALFORMED_EDI",
                    "segment 1",
                    "The message does not begin with an ISA of 106 characters; send a whole interchange"));
        }
        stream.skipNBytes(head.length - text.length());
        Charset charset = marked(head) ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
        return new EdiCursor(stream, charset, descriptions);
    }

    /** Whether the first bytes are those of an interchange. */
    static boolean recognises(byte[] head) {
        String text = text(head);
        return text.startsWith("ISA") && text.length() > 3 && !Character.isLetterOrDigit(text.charAt(3));
    }

    private static boolean marked(byte[] head) {
        return head.length > 2 && head[0] == (byte) 0xEF && head[1] == (byte) 0xBB && head[2] == (byte) 0xBF;
    }

    /** From the first letter; one character for each byte. */
    private static String text(byte[] head) {
        int bom = marked(head) ? 3 : 0;
        return new String(head, bom, head.length - bom, StandardCharsets.ISO_8859_1).stripLeading();
    }
}
