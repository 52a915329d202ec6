package org.koppel.codec.cxml;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.koppel.codec.XmlStreams;

/** Hides the shared secret of what we wrote. It stands once, in the header, before anything that others wrote. */
final class SecretMask {
    private static final String MASK = "****";
    private static final Pattern SECRET = Pattern.compile("<SharedSecret>[^<]*</SharedSecret>");

    private SecretMask() {}

    static byte[] masked(byte[] content) {
        return replaced(content, MASK);
    }

    /** @param secret in clear */
    static byte[] unmasked(byte[] content, String secret) {
        String escaped = XmlStreams.clean(secret.strip())
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
        return replaced(content, escaped);
    }

    private static byte[] replaced(byte[] content, String secret) {
        String text = new String(content, StandardCharsets.UTF_8);
        int header = text.indexOf("</Header>");
        Matcher found = SECRET.matcher(text);
        if (header < 0 || !found.find() || found.start() > header) {
            return content;
        }
        String whole = text.substring(0, found.start())
                + "<SharedSecret>"
                + secret
                + "</SharedSecret>"
                + text.substring(found.end());
        return whole.getBytes(StandardCharsets.UTF_8);
    }
}
