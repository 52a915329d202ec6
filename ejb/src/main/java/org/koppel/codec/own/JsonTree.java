package org.koppel.codec.own;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
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
            JsonNode tree = Trees.MAPPER.readTree(BoundedJson.of(in));
            if (tree instanceof ObjectNode object) {
                return object;
            }
            throw new DocumentException(
                    new Problem("MALFORMED_JSON", "line 1", "This is no JSON object; send one document as an object"));
        } catch (BoundedJson.RefusedException e) {
            throw e.why();
        } catch (StreamConstraintsException e) {
            throw new DocumentException(tooDeep(e), e);
        } catch (CharConversionException e) { // of UTF-16 and UTF-32, which end in the middle of a character
            throw new DocumentException(
                    new Problem("MALFORMED_JSON", "document", e.getMessage() + ". Send well-formed JSON in UTF-8."), e);
        } catch (JsonProcessingException e) {
            throw new DocumentException(
                    new Problem("MALFORMED_JSON", place(e), e.getOriginalMessage() + ". Send well-formed JSON."), e);
        }
    }

    /** Nested too deep, or a text or number that is too long. */
    static Problem tooDeep(StreamConstraintsException e) {
        return new Problem(
                "MALFORMED_JSON",
                place(e),
                "An object or list lies deeper than 1,000 others, or a text or number is endless. Send the fields of the"
                        + " published schema.");
    }

    private static String place(JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        return at == null ? "document" : "line " + at.getLineNr() + ", column " + at.getColumnNr();
    }

    /** What it says it is; {@code Order} where it says nothing. */
    static String type(ObjectNode tree) {
        return tree.path(TYPE).asText("Order");
    }
}
