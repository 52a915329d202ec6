package org.koppel.web.simulator.judge;

import java.util.List;
import java.util.stream.Stream;
import org.koppel.punchout.FormField;
import org.w3c.dom.Element;

/** Rules that documents of several standards share: order, presence, length and form of elements. */
final class XmlRules {
    private XmlRules() {}

    static Rule<XmlCase> readable(String root, String source) {
        return new Rule<>(
                "xml.readable",
                List.of(root),
                source,
                c -> c.document().isBlank()
                        ? Outcome.NOT_APPLICABLE
                        : Outcome.when(
                                c.root() != null && Dom.name(c.root()).equals(root),
                                c.document().strip()));
    }

    static Rule<XmlCase> order(String parent, String source, List<String> children) {
        return new Rule<>(
                "xml.order",
                List.of(parent),
                source,
                c -> Outcome.of(
                        c.all(parent).findAny().isPresent(),
                        c.root() == null ? Stream.empty() : Dom.misplaced(c.root(), parent, children)));
    }

    static Rule<XmlCase> required(String parent, String source, String... children) {
        return new Rule<>(
                "xml.required",
                List.of(parent, String.join(", ", children)),
                source,
                c -> Outcome.of(
                        c.all(parent).findAny().isPresent(),
                        c.all(parent)
                                .flatMap(p -> Stream.of(children)
                                        .filter(n -> Dom.text(p, n).isEmpty())
                                        .map(n -> parent + "/" + n))));
    }

    static Rule<XmlCase> length(String element, int most, String source) {
        return new Rule<>(
                "xml.length",
                List.of(element, String.valueOf(most)),
                source,
                c -> Outcome.of(
                        c.all(element).findAny().isPresent(),
                        c.all(element)
                                .filter(e -> text(e).length() > most)
                                .map(e -> element + " = " + text(e) + " (" + text(e).length() + ")")));
    }

    /** @param form a regular expression for the element's text */
    static Rule<XmlCase> form(String key, String element, String form, String source) {
        return new Rule<>(
                key,
                List.of(element),
                source,
                c -> Outcome.of(
                        c.all(element).findAny().isPresent(),
                        c.all(element).filter(e -> !text(e).matches(form)).map(e -> element + " = " + text(e))));
    }

    static Rule<XmlCase> attribute(String element, String attribute, String form, String source) {
        return new Rule<>(
                "xml.attribute",
                List.of(element, attribute),
                source,
                c -> Outcome.of(
                        c.all(element).findAny().isPresent(),
                        c.all(element)
                                .filter(e -> !e.getAttribute(attribute).matches(form))
                                .map(e -> element + "/@" + attribute + " = " + e.getAttribute(attribute))));
    }

    static Rule<XmlCase> echo(String source) {
        return Rule.of("oci.echo", source, c -> {
            Stream<FormField> lost = c.echo().stream().filter(f -> !c.fields().contains(f));
            return Outcome.of(!c.echo().isEmpty(), lost.map(f -> f.name() + " = " + f.value()));
        });
    }

    static String text(Element element) {
        return element.getTextContent().strip();
    }
}
