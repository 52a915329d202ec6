package org.koppel.web.punchout;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.koppel.punchout.FormField;

/**
 * Reads {@code application/x-www-form-urlencoded}. The container merges query and form and prefers the query; here they stay
 * apart. Bytes that are no UTF-8 are taken as ISO-8859-1, as older procurement systems send them.
 */
final class FormEncoding {
    private FormEncoding() {}

    /**
     * @param encoded a query or a form's body; null is empty
     * @throws IllegalArgumentException when a percent sign encodes nothing, or a NUL, which no text holds
     */
    static List<FormField> parse(String encoded) {
        List<FormField> fields = new ArrayList<>();
        for (String pair : encoded == null ? new String[0] : encoded.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = text(equals < 0 ? pair : pair.substring(0, equals));
            if (!name.isBlank()) {
                fields.add(new FormField(name, equals < 0 ? "" : text(pair.substring(equals + 1))));
            }
        }
        return fields;
    }

    private static String text(String encoded) {
        Charset latin1 = StandardCharsets.ISO_8859_1;
        return text(URLDecoder.decode(encoded, latin1).getBytes(latin1));
    }

    /** @throws IllegalArgumentException when there is a NUL, which no text holds */
    static String text(byte[] bytes) {
        for (byte b : bytes) {
            if (b == 0) {
                throw new IllegalArgumentException("NUL in a form");
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }
}
