package org.koppel.punchout.oci;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.koppel.punchout.FormField;

/**
 * HOOK_URL taken apart: browsers drop the query of a form's action when it is posted by GET and some receivers read the body
 * only, so the query travels as fields of its own. A second {@code ?} belongs to a value; a fragment means nothing to a server.
 */
record HookUrl(String action, List<FormField> fields) {

    HookUrl {
        fields = List.copyOf(fields);
    }

    static HookUrl of(String url) {
        String whole = url.indexOf('#') < 0 ? url : url.substring(0, url.indexOf('#'));
        int question = whole.indexOf('?');
        return question < 0
                ? new HookUrl(whole, List.of())
                : new HookUrl(whole.substring(0, question), fields(whole.substring(question + 1)));
    }

    /** Some callers encode the address twice; that can be told from its scheme. */
    static String decoded(String given) {
        String plain = given.strip();
        String start = plain.substring(0, Math.min(plain.length(), 10)).toLowerCase(Locale.ROOT);
        return start.startsWith("http%3a") || start.startsWith("https%3a") ? text(plain.replace("+", "%2B")) : plain;
    }

    boolean has(String name) {
        return fields.stream().anyMatch(f -> f.name().equalsIgnoreCase(name));
    }

    private static List<FormField> fields(String query) {
        List<FormField> fields = new ArrayList<>();
        for (String pair : query.replace("&amp;", "&").split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = text(equals < 0 ? pair : pair.substring(0, equals));
            if (!name.isEmpty()) {
                fields.add(new FormField(name, equals < 0 ? "" : text(pair.substring(equals + 1))));
            }
        }
        return fields;
    }

    /** Percent-decoded as UTF-8 or, where the bytes are not that, as ISO-8859-1; left alone when it is no encoding at all. */
    private static String text(String encoded) {
        try {
            byte[] bytes =
                    URLDecoder.decode(encoded, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.ISO_8859_1);
            return inCharset(bytes);
        } catch (IllegalArgumentException e) {
            return encoded; // a bare % that encodes nothing: the buyer's system gets it as it gave it
        }
    }

    private static String inCharset(byte[] bytes) {
        Charset utf8 = StandardCharsets.UTF_8;
        try {
            return utf8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }
}
