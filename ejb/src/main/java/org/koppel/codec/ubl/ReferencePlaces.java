package org.koppel.codec.ubl;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.koppel.document.Reference;
import org.koppel.document.Reference.Kind;

/**
 * The references of a document or a line on their way into UBL: what has an element of its own is taken, and the rest stands by its name
 * among the documents that are referred to, so that none is lost.
 */
final class ReferencePlaces {
    private static final Map<Kind, String> WORDS = new EnumMap<>(Map.of(
            Kind.REQUISITION, "Requisition",
            Kind.CONTRACT, "Contract",
            Kind.ACCOUNTING, "Accounting",
            Kind.CART, "Cart",
            Kind.SUPPLIER_ORDER, "Sales order",
            Kind.ATTACHMENT, "Attachment",
            Kind.OTHER, "Reference"));

    private final List<Reference> rest;

    /** Without files, which go as files. */
    ReferencePlaces(List<Reference> references) {
        rest = new ArrayList<>(references);
        rest.removeIf(r -> r.kind() == Kind.ATTACHMENT);
    }

    /** The value of the first of its kind, one without a name before the others; null when there is none. */
    String take(Kind kind) {
        return taken(rest.stream()
                .filter(r -> r.kind() == kind && r.name() == null)
                .findFirst()
                .or(() -> rest.stream().filter(r -> r.kind() == kind).findFirst())
                .orElse(null));
    }

    /** The value of the first of that name; null when there is none. */
    String take(String name) {
        return taken(
                rest.stream().filter(r -> name.equals(r.name())).findFirst().orElse(null));
    }

    private String taken(Reference found) {
        rest.remove(found);
        return found == null ? null : found.value();
    }

    /** What was not taken. */
    List<Reference> rest() {
        return rest;
    }

    /** What was not taken, as documents of that element. */
    void documents(UblXml xml, String element) throws XMLStreamException {
        for (Reference reference : rest) {
            String words = words(reference);
            xml.open(element);
            xml.basic("ID", reference.value());
            xml.basic("DocumentType", words.equals(element) ? null : words);
            xml.close();
        }
    }

    /** What a reader of the document calls it: its name, else the word for its kind. */
    static String words(Reference reference) {
        boolean named = reference.name() != null && !reference.name().isBlank();
        return named ? reference.name() : WORDS.get(reference.kind());
    }

    /** The reference that is called by these words. @param otherwise its name when there are none */
    static Reference named(String words, String otherwise, String value) {
        if (words == null) {
            return new Reference(Kind.OTHER, otherwise, value);
        }
        return WORDS.entrySet().stream()
                .filter(w -> w.getKey() != Kind.ATTACHMENT && w.getValue().equals(words))
                .findFirst()
                .map(w -> Reference.of(w.getKey(), value))
                .orElseGet(() -> new Reference(Kind.OTHER, words, value));
    }
}
