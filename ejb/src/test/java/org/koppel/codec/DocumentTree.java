package org.koppel.codec;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.TreeMap;
import org.koppel.document.Document;
import org.koppel.platform.Json;
import org.koppel.shared.Quantity;

/** A document as a tree of its fields, those without a value left out: for files that people read, and for comparing. */
final class DocumentTree {
    private static final ObjectMapper MAPPER = Json.mapper()
            .copy()
            .addMixIn(Quantity.class, ValueAndUnit.class)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN.mappedFeature())
            .setNodeFactory(JsonNodeFactory.withExactBigDecimals(true));

    static {
        MAPPER.setConfig(MAPPER.getSerializationConfig().without(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES));
        MAPPER.setConfig(MAPPER.getDeserializationConfig().without(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES));
    }

    @JsonIgnoreProperties("zero")
    private interface ValueAndUnit {}

    private DocumentTree() {}

    static JsonNode of(Document document) {
        ObjectNode tree = MAPPER.createObjectNode();
        tree.put("type", document.type());
        tree.setAll((ObjectNode) MAPPER.valueToTree(document));
        return filled(tree);
    }

    static String text(JsonNode tree) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(tree) + '\n';
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Every value by its path ({@code lines[0].price.amount}); numbers without zeros at the end, times in UTC. */
    static Map<String, String> values(Document document) {
        Map<String, String> values = new TreeMap<>();
        collect("", of(document), values);
        return values;
    }

    private static void collect(String path, JsonNode node, Map<String, String> values) {
        if (node.isObject()) {
            node.properties()
                    .forEach(f -> collect(path.isEmpty() ? f.getKey() : path + '.' + f.getKey(), f.getValue(), values));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(path + '[' + i + ']', node.get(i), values);
            }
        } else {
            values.put(path, plain(node));
        }
    }

    private static String plain(JsonNode value) {
        if (value.isNumber()) {
            return value.decimalValue().stripTrailingZeros().toPlainString();
        }
        String text = value.asText();
        if (value instanceof TextNode && text.matches("\\d{4}-\\d\\d-\\d\\dT.*")) {
            try {
                return OffsetDateTime.parse(text).toInstant().toString();
            } catch (DateTimeParseException e) {
                return text;
            }
        }
        return text;
    }

    private static JsonNode filled(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(f -> filled(f.getValue()));
            object.properties()
                    .removeIf(
                            f -> f.getValue().isContainerNode() && f.getValue().isEmpty());
        } else if (node instanceof ArrayNode array) {
            array.forEach(DocumentTree::filled);
        }
        return node;
    }
}
