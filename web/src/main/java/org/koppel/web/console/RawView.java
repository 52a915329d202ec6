package org.koppel.web.console;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.koppel.operations.Content;

/**
 * Stored bytes for a person's eyes: as text, indented when it is XML, or in hexadecimal. At most 64 kB are shown ({@code cut}
 * says so), and shared secrets are covered; a download has the very bytes.
 */
public record RawView(String text, boolean hex, boolean cut, String charset) {
    private static final int MOST = 64 * 1024;
    private static final int MOST_HEX = 4 * 1024;
    private static final Pattern CHARSET =
            Pattern.compile("(?:charset=|encoding=)[\"']?([A-Za-z0-9._-]+)", Pattern.CASE_INSENSITIVE);
    /** With a prefix or without, with attributes, text, CDATA or children, up to its end tag; cut off: up to the end. */
    private static final Pattern SECRET = Pattern.compile(
            "(<((?:[\\w.-]+:)?(?:SharedSecret|DigitalSignature|CredentialMac))(?:\\s[^>]*)?(?<!/)>).*?(?=</\\2\\s*>|$)",
            Pattern.DOTALL);

    private static final Pattern SECRET_ATTRIBUTE = Pattern.compile(
            "(\\s(?:[\\w.-]+:)?(?:shared-?secret|secret|password|passwd)\\s*=\\s*)(\"[^\"]*(?:\"|$)|'[^']*(?:'|$))",
            Pattern.CASE_INSENSITIVE);

    static RawView of(Content content) {
        byte[] bytes = content.bytes();
        boolean cut = bytes.length > MOST;
        byte[] head = cut ? Arrays.copyOf(bytes, MOST) : bytes;
        Charset charset = charset(content.mediaType(), head);
        String text = cut ? new String(head, charset) : decoded(head, charset);
        if (text == null || looksBinary(text)) {
            return binary(bytes, head, cut);
        }
        return new RawView(XmlIndent.of(covered(text)), false, cut, charset.name());
    }

    /** In hexadecimal; but a broken message that holds a secret as text, with the secret covered. */
    private static RawView binary(byte[] bytes, byte[] head, boolean cut) {
        String latin = new String(head, StandardCharsets.ISO_8859_1);
        String covered = covered(latin);
        return covered.equals(latin)
                ? new RawView(HexDump.of(bytes, MOST_HEX), true, bytes.length > MOST_HEX, "")
                : new RawView(
                        covered.replaceAll("[\\p{Cntrl}&&[^\\r\\n\\t]]", "\uFFFD"),
                        false,
                        cut,
                        StandardCharsets.ISO_8859_1.name());
    }

    private static String covered(String text) {
        String inside = SECRET.matcher(text).replaceAll("$1••••••");
        return SECRET_ATTRIBUTE.matcher(inside).replaceAll("$1\"••••••\"");
    }

    /** What the content type, or else the XML declaration, says; else UTF-8. */
    private static Charset charset(String mediaType, byte[] head) {
        String start = new String(head, 0, Math.min(200, head.length), StandardCharsets.ISO_8859_1);
        Matcher found = CHARSET.matcher(mediaType == null ? "" : mediaType);
        if (!found.find()) {
            found = CHARSET.matcher(start.startsWith("<?xml") ? start : "");
            if (!found.find()) {
                return StandardCharsets.UTF_8;
            }
        }
        try {
            return Charset.forName(found.group(1));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return StandardCharsets.UTF_8; // a wrong name is one of the faults people look for here
        }
    }

    private static String decoded(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return null; // not text in that charset: shown in hexadecimal
        }
    }

    private static boolean looksBinary(String text) {
        return text.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t' && (c < 0x1c || c > 0x1f));
    }
}
