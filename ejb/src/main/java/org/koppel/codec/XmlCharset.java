package org.koppel.codec;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The charset of an XML document: by byte order mark, by the zeros of UTF-16, by the XML declaration, else UTF-8 (XML 1.0,
 * appendix F). Only charsets in which markup has the bytes of ASCII are taken, and UTF-16: in others an attack could hide from
 * {@link XmlProlog}.
 *
 * @param charset what to decode by, strictly
 * @param skip how many bytes of byte order mark stand in front
 */
record XmlCharset(Charset charset, int skip) {
    private static final Pattern DECLARED =
            Pattern.compile("\\A<\\?xml\\s[^>]*?encoding\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");
    private static final Pattern TAKEN = Pattern.compile("UTF-8|US-ASCII|ISO-8859-[0-9]{1,2}|WINDOWS-125[0-9]");
    private static final int DECLARATION = 200;

    /** @throws DocumentException when the declared charset is unknown, or is not what the first bytes show */
    static XmlCharset of(byte[] head) throws DocumentException {
        if (starts(head, 0xEF, 0xBB, 0xBF)) {
            return new XmlCharset(StandardCharsets.UTF_8, 3);
        }
        if (starts(head, 0xFE, 0xFF) || starts(head, 0xFF, 0xFE)) {
            return new XmlCharset(starts(head, 0xFE) ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE, 2);
        }
        if (starts(head, 0, '<') || starts(head, '<', 0)) {
            return new XmlCharset(starts(head, 0) ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE, 0);
        }
        String declaration = new String(head, 0, Math.min(head.length, DECLARATION), StandardCharsets.ISO_8859_1);
        Matcher declared = DECLARED.matcher(declaration);
        return new XmlCharset(declared.find() ? named(declared) : StandardCharsets.UTF_8, 0);
    }

    private static Charset named(Matcher declared) throws DocumentException {
        String name = declared.group(1) == null ? declared.group(2) : declared.group(1);
        Charset charset = known(name);
        if (charset == null
                || !TAKEN.matcher(charset.name().toUpperCase(Locale.ROOT)).matches()) {
            throw new DocumentException(new Problem(
                    "WRONG_CHARSET",
                    "prolog",
                    "The charset \"" + name
                            + "\" is not taken, or not what the bytes are in; send UTF-8 and declare it"));
        }
        return charset;
    }

    private static Charset known(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return null; // the caller names it
        }
    }

    private static boolean starts(byte[] head, int... bytes) {
        if (head.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((head[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
