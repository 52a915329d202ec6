package org.koppel.web.simulator.judge;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.koppel.punchout.FormField;
import org.w3c.dom.Element;

/**
 * A form that brought a PunchOutOrderMessage, and the request that it answers.
 *
 * @param field that held the document; null: none did
 * @param document as it was read from the field, decoded from Base64 where the field's name says so
 * @param root null: not well-formed
 * @param request the root of the PunchOutSetupRequest that was sent
 * @param system the buyer's system, whose own limits hold too
 */
public record CxmlCase(
        List<FormField> fields, String field, String document, Element root, Element request, String system) {
    private static final Set<String> NAMES = Set.of("cxml-urlencoded", "cxml-base64");

    /** @param request the PunchOutSetupRequest as it was sent */
    public static CxmlCase of(List<FormField> fields, String request, String system) {
        Optional<FormField> found = fields.stream()
                .filter(f -> NAMES.contains(f.name().toLowerCase(Locale.ROOT)))
                .findFirst();
        String document = found.map(CxmlMessages::document).orElse("");
        return new CxmlCase(
                List.copyOf(fields),
                found.map(FormField::name).orElse(null),
                document,
                Dom.parse(document).orElse(null),
                Dom.parse(request).orElse(null),
                system);
    }

    boolean readable() {
        return root != null;
    }

    Stream<Element> all(String name) {
        return root == null
                ? Stream.empty()
                : Dom.all(root).filter(e -> Dom.name(e).equals(name));
    }

    Optional<Element> message() {
        return root == null ? Optional.empty() : Dom.at(root, "Message", "PunchOutOrderMessage");
    }

    List<Element> items() {
        return message().map(m -> Dom.children(m, "ItemIn")).orElse(List.of());
    }

    /** Identities of a side of a document's header, as {@code domain:identity} without case. */
    static Set<String> identities(Element root, String side) {
        if (root == null) {
            return Set.of();
        }
        return Dom.at(root, "Header", side).stream()
                .flatMap(s -> Dom.children(s, "Credential").stream())
                .map(c -> Map.entry(
                        c.getAttribute("domain"), Dom.text(c, "Identity").orElse("")))
                .map(e -> (e.getKey() + ":" + e.getValue()).toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }
}
