package org.koppel.punchout;

import java.util.List;

/**
 * Where and how a visit ends: the buyer's {@code url} without its query, the {@code fields} that go along (the query, and what
 * the mechanism echoes), the browsing context {@code target} and the {@code charset} the buyer's system reads.
 */
public record ReturnAddress(String url, List<FormField> fields, String target, String charset) {

    public ReturnAddress {
        fields = List.copyOf(fields);
    }
}
