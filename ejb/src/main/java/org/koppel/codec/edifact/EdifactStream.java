package org.koppel.codec.edifact;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.koppel.codec.DocumentException;
import org.koppel.codec.EdiCursor;
import org.koppel.codec.EdiDescription;
import org.koppel.codec.Problem;

/** Opens an interchange: passes over a byte order mark, and takes the character set from the syntax identifier of UNB. */
final class EdifactStream {
    private static final int HEAD = 512;
    private static final int UNA_LENGTH = 9;

    /** ISO 9735; UNOA and UNOB are ASCII by the letter and Latin 1 in practice, which contains it. */
    private static final Map<String, String> CHARSETS = Map.ofEntries(
            Map.entry("UNOA", "ISO-8859-1"),
            Map.entry("UNOB", "ISO-8859-1"),
            Map.entry("UNOC", "ISO-8859-1"),
            Map.entry("UNOD", "ISO-8859-2"),
            Map.entry("UNOE", "ISO-8859-5"),
            Map.entry("UNOF", "ISO-8859-7"),
            Map.entry("UNOG", "ISO-8859-3"),
            Map.entry("UNOH", "ISO-8859-4"),
            Map.entry("UNOI", "ISO-8859-6"),
            Map.entry("UNOJ", "ISO-8859-8"),
            Map.entry("UNOK", "ISO-8859-9"),
            Map.entry("UNOW", "UTF-8"),
            Map.entry("UNOY", "UTF-8"));

    private EdifactStream() {}

    /** @throws DocumentException when it is no EDIFACT, or of a character set that nobody reads */
    static EdiCursor open(InputStream in, EdiDescription.Choice descriptions) throws DocumentException, IOException {
        BufferedInputStream stream = new BufferedInputStream(in);
        stream.mark(HEAD);
        byte[] head = stream.readNBytes(HEAD);
        stream.reset();
        stream.skipNBytes(begin(head));
        return new EdiCursor(stream, charset(syntax(head)), descriptions);
    }

    /** Whether the first bytes are those of an interchange. */
    static boolean recognises(byte[] head) {
        String text = text(head);
        return text.startsWith("UNA") || text.startsWith("UNB");
    }

    /** What stands before the interchange: a byte order mark, blank lines. */
    private static int begin(byte[] head) {
        return head.length - text(head).length();
    }

    /** From the first letter; one character for each byte. */
    private static String text(byte[] head) {
        int bom = head.length > 2 && head[0] == (byte) 0xEF && head[1] == (byte) 0xBB && head[2] == (byte) 0xBF ? 3 : 0;
        return new String(head, bom, head.length - bom, StandardCharsets.ISO_8859_1).stripLeading();
    }

    private static String syntax(byte[] head) throws DocumentException {
        String text = text(head);
        if (text.startsWith("UNA") && text.length() > UNA_LENGTH) {
            text = text.substring(UNA_LENGTH).stripLeading();
        }
        if (!text.startsWith("UNB") || text.length() < 8) {
            throw new DocumentException(new Problem(
                    "MALFORMED_EDI", "segment 1", "The message does not begin with UNB; send a whole interchange"));
        }
        return text.substring(4, 8);
    }

    private static Charset charset(String syntax) throws DocumentException {
        String name = CHARSETS.get(syntax);
        if (name == null) {
            throw new DocumentException(new Problem(
                    "UNSUPPORTED_CHARSET",
                    "segment 1 UNB, element 1, component 1",
                    "The syntax identifier \"" + syntax.replaceAll("[^A-Z0-9]", "?")
                            + "\" is not read here; use UNOC (ISO 8859-1) or UNOY (UTF-8)"));
        }
        return Charset.forName(name);
    }
}
