package org.koppel.web.simulator.judge;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.koppel.punchout.FormField;
import org.w3c.dom.Element;

/**
 * A form with one XML document in a field, and what was sent before.
 *
 * @param document empty: the field did not come
 * @param root null: not well-formed, or no document
 * @param echo fields that have to come back as they are
 * @param sent the root of the document that was sent; null: none was
 */
public record XmlCase(List<FormField> fields, String document, Element root, List<FormField> echo, Element sent) {

    /**
     * @param field name of the field with the document
     * @param sent the document that was sent; empty: none was
     */
    public static XmlCase of(List<FormField> fields, String field, List<FormField> echo, String sent) {
        String document = fields.stream()
                .filter(f -> f.name().equalsIgnoreCase(field))
                .map(f -> decoded(f.value()))
                .findFirst()
                .orElse("");
        return new XmlCase(
                List.copyOf(fields),
                document,
                Dom.parse(document).orElse(null),
                List.copyOf(echo),
                Dom.parse(sent).orElse(null));
    }

    /** Some agree on Base64. */
    private static String decoded(String value) {
        if (value.isBlank() || value.strip().startsWith("<")) {
            return value;
        }
        try {
            return new String(Base64.getMimeDecoder().decode(value), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return value; // judged as it came
        }
    }

    Stream<Element> all(String name) {
        return root == null
                ? Stream.empty()
                : Dom.all(root).filter(e -> Dom.name(e).equals(name));
    }

    Optional<String> text(String... path) {
        return root == null ? Optional.empty() : Dom.text(root, path);
    }
}
