package org.koppel.web.simulator;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.koppel.punchout.FormField;

/** {@code application/x-www-form-urlencoded}: written in UTF-8, read in UTF-8 or, where the bytes are none, in ISO-8859-1. */
public final class FormBody {
    private static final int MOST_FIELDS = 20_000;

    private FormBody() {}

    public static String write(List<FormField> fields) {
        return fields.stream()
                .map(f -> encoded(f.name()) + "=" + encoded(f.value()))
                .collect(Collectors.joining("&"));
    }

    /** What is not encoded as it should be stays as it came. */
    public static List<FormField> read(String body) {
        List<FormField> fields = new ArrayList<>();
        for (String pair : body.isBlank() ? new String[0] : body.split("&", MOST_FIELDS)) {
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            if (!name.isEmpty()) {
                fields.add(new FormField(name, equals < 0 ? "" : decoded(pair.substring(equals + 1))));
            }
        }
        return fields;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
        byte[] bytes;
        try {
            bytes = URLDecoder.decode(text, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.ISO_8859_1);
        } catch (IllegalArgumentException e) {
            return text; // shown and judged as it came
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, StandardCharsets.ISO_8859_1); // what OCI posts when no charset was asked for
        }
    }
}
