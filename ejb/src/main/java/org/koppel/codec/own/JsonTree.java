package org.koppel.codec.own;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import org.koppel.codec.DocumentException;
import org.koppel.codec.Problem;

/** A document as JSON: one object, whose {@code type} says which. */
final class JsonTree {
    static final String TYPE = "type";

    private JsonTree() {}

    static ObjectNode read(InputStream in) throws DocumentException, IOException {
        try {
            JsonNode tree = Trees.MAPPER.readTree(in);
            if (tree instanceof ObjectNode object) {
                return object;
            }
            throw new DocumentException(
                    new Problem("MALFORMED_JSON", "line 1", "This is no JSON object; send one document as an object"));
        } catch (CharConversionException e) { // of UTF-16 and UTF-32, which end in the middle of a character
            throw new DocumentException(
                    new Problem("MALFORMED_JSON", "document", e.getMessage() + ". Send well-formed JSON in UTF-8."), e);
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            String place = at == null ? "document" : "line " + at.getLineNr() + ", column " + at.getColumnNr();
            throw new DocumentException(
                    new Problem("MALFORMED_JSON", place, e.getOriginalMessage() + ". Send well-formed JSON."), e);
        }
    }

    /** What it says it is; {@code Order} where it says nothing. */
    static String type(ObjectNode tree) {
        return tree.path(TYPE).asText("Order");
    }
}
