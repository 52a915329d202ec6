package org.koppel.codec.own;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;
import org.koppel.codec.DocumentException;
import org.koppel.codec.Problem;

/** JSON of a stranger, whose tree grows with what it holds: it ends where a list, or all of it, holds more than a document can. */
final class BoundedJson extends JsonParserDelegate {
    /** Names and values of all objects and lists; an order of 10,000 lines has a twentieth of it. */
    private static final int MOST_TOKENS = 4_000_000;
    /** An exponent that no number can have: Jackson throws past its own exceptions. */
    private static final Pattern ENDLESS = Pattern.compile("[eE][+-]?\\d{10}");

    private final Deque<Integer> entries = new ArrayDeque<>();
    private int here;
    private int tokens;

    private BoundedJson(JsonParser parser) {
        super(parser);
    }

    static JsonParser of(InputStream in) throws IOException {
        return new BoundedJson(Trees.MAPPER.createParser(in));
    }

    /** It holds what no document holds. */
    static final class RefusedException extends IOException {
        private static final long serialVersionUID = 1;
        private final transient DocumentException why;

        private RefusedException(DocumentException why) {
            super(why);
            this.why = why;
        }

        DocumentException why() {
            return why;
        }
    }

    @Override
    public JsonToken nextToken() throws IOException {
        boolean list = delegate.getParsingContext().inArray();
        JsonToken token = delegate.nextToken();
        if (token == null) {
            return null;
        }
        boolean entry = list && token != JsonToken.END_ARRAY;
        if (entry && ++here > OwnDocuments.MOST_ENTRIES || ++tokens > MOST_TOKENS) {
            throw new RefusedException(OwnDocuments.tooMany(place()));
        }
        if (token == JsonToken.VALUE_STRING && delegate.getText().indexOf('\0') >= 0) {
            throw new RefusedException(new DocumentException(new Problem(
                    "CONTROL_CHARACTER",
                    place(),
                    "The text has the character \\u0000, which no system keeps; leave it out")));
        }
        if (token == JsonToken.VALUE_NUMBER_FLOAT
                && ENDLESS.matcher(delegate.getText()).find()) {
            throw new RefusedException(new DocumentException(new Problem(
                    "MALFORMED_JSON",
                    place(),
                    "The number has an exponent of more than nine digits; write it as 12.50")));
        }
        if (token.isStructStart()) {
            entries.push(here);
            here = 0;
        } else if (token.isStructEnd()) {
            here = entries.isEmpty() ? 0 : entries.pop();
        }
        return token;
    }

    private String place() {
        JsonLocation at = delegate.currentLocation();
        return "line " + at.getLineNr() + ", column " + at.getColumnNr();
    }
}
