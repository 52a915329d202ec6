package org.koppel.codec.own;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.koppel.codec.DocumentException;
import org.koppel.codec.Envelope;
import org.koppel.codec.Envelope.Identity;
import org.koppel.codec.Problem;
import org.koppel.codec.Problems;
import org.koppel.document.DespatchAdvice;
import org.koppel.document.Document;
import org.koppel.document.Invoice;
import org.koppel.document.Order;
import org.koppel.document.OrderCancellation;
import org.koppel.document.OrderChange;
import org.koppel.document.OrderResponse;

/** The documents that come in our own formats: a tree of fields, whether it was written as XML or JSON, becomes the record. */
final class OwnDocuments {
    /** What the documents are of, in both formats. */
    static final String NAMESPACE = "urn:koppel:documents:1";

    /** Lines of a document, and entries of any other list in it. */
    static final int MOST_ENTRIES = 10_000;

    /** Longest words about a value, which may be part of them. */
    private static final int MOST_WORDS = 500;

    /** By what they call themselves. */
    static final Map<String, Class<? extends Document>> TAKEN = Map.of(
            "Order", Order.class,
            "OrderChange", OrderChange.class,
            "OrderCancellation", OrderCancellation.class,
            "OrderResponse", OrderResponse.class,
            "DespatchAdvice", DespatchAdvice.class,
            "Invoice", Invoice.class);

    private OwnDocuments() {}

    /**
     * @param check what such a document must say
     * @throws DocumentException with everything that is wrong
     */
    static <T extends Document> T read(ObjectNode tree, Class<T> type, BiConsumer<OwnChecks, T> check)
            throws DocumentException {
        withLists(tree, type);
        T document;
        try {
            document = Trees.MAPPER.treeToValue(tree, type);
        } catch (JsonProcessingException e) {
            throw new DocumentException(new Problem("BAD_VALUE", path(e), reason(e)), e);
        }
        Problems problems = new Problems();
        check.accept(new OwnChecks(problems), document);
        problems.throwIfAny();
        return document;
    }

    /** A list is too long; nothing behind it is read. */
    static DocumentException tooMany(String place) {
        return new DocumentException(new Problem(
                "TOO_MANY_LINES", place, "There are more than " + MOST_ENTRIES + " lines; split the document"));
    }

    /** A list that is not there is an empty one. */
    private static void withLists(ObjectNode tree, Class<? extends Document> type) {
        if (type == Order.class || type == OrderResponse.class || type == DespatchAdvice.class) {
            withLines(tree);
        } else if (type == OrderChange.class && tree.get("content") instanceof ObjectNode content) {
            withLines(content);
        }
    }

    private static void withLines(ObjectNode tree) {
        if (!tree.hasNonNull("lines")) {
            tree.putArray("lines");
        }
    }

    private static String path(JsonProcessingException e) {
        String path = fields(e);
        return path.isEmpty() ? "document" : path;
    }

    private static String fields(JsonProcessingException e) {
        return e instanceof JsonMappingException mapping
                ? mapping.getPath().stream()
                        .map(r -> r.getFieldName() == null ? "[" + (r.getIndex() + 1) + "]" : "/" + r.getFieldName())
                        .collect(Collectors.joining())
                        .replaceFirst("^/", "")
                : "";
    }

    private static String reason(JsonProcessingException e) {
        if (e instanceof InvalidFormatException wrong) {
            return '"' + cut(String.valueOf(wrong.getValue())) + "\" is no " + wanted(wrong.getTargetType());
        }
        Throwable cause = e.getCause() == null ? e : e.getCause();
        String text = cause instanceof JsonProcessingException json ? json.getOriginalMessage() : cause.getMessage();
        return (text == null ? "This cannot be read" : cut(text)) + "; correct it";
    }

    /** What a field takes, with the cure. */
    private static String wanted(Class<?> type) {
        if (type == OffsetDateTime.class) {
            return "time; write ISO 8601, such as 2026-03-31T10:15:00+02:00";
        }
        if (type == LocalDate.class) {
            return "day; write YYYY-MM-DD";
        }
        if (type == BigDecimal.class) {
            return "number; write digits and a decimal point only, such as 12.5";
        }
        return type.isEnum()
                ? "value of this field; write one of " + List.of(type.getEnumConstants())
                : "value of this field; correct it";
    }

    private static String cut(String text) {
        return text.length() > MOST_WORDS ? text.substring(0, MOST_WORDS) + "…" : text;
    }

    /** Who sends is not said: whoever hands the message over has to show it. */
    static Envelope envelope(String kind, ObjectNode tree) {
        return new Envelope(
                reference(kind, tree),
                List.of(),
                List.of(),
                kind.equals("Invoice") ? charged(tree) : List.of(),
                kind,
                Optional.ofNullable(TAKEN.get(kind)),
                tree.path("test").asBoolean()
                        || tree.path("content").path("test").asBoolean(),
                tree.path("number").asText(null));
    }

    /** Whom an invoice is for, by everything that it says. */
    private static List<Identity> charged(ObjectNode tree) {
        List<Identity> names = new ArrayList<>();
        name(names, Identity.KOPPEL, tree.path("customer"));
        for (String role : new String[] {"invoicee", "buyer"}) {
            name(names, Identity.GLN, tree.path(role).path("gln"));
            name(names, Identity.VAT, tree.path(role).path("vat"));
        }
        return names;
    }

    private static void name(List<Identity> names, String domain, JsonNode value) {
        if (value.isTextual() && !value.asText().isBlank()) {
            names.add(new Identity(domain, value.asText().strip()));
        }
    }

    /** A document with a number of its own is told by it. Null for changes that have none: their content tells. */
    private static String reference(String kind, ObjectNode tree) {
        String number = tree.path("number").asText(null);
        if (kind.equals("OrderResponse") || kind.equals("DespatchAdvice")) {
            return tree.path("order").asText("") + '/' + number; // the back office may number by order
        }
        String revision = tree.path("revision").asText(null);
        if (kind.equals("Order") || number == null || revision != null) {
            return revision == null ? number : number + "/" + revision;
        }
        String order =
                tree.path("order").asText(tree.path("content").path("number").asText(null));
        return number.equals(order) ? null : number;
    }
}
