package org.koppel.punchout;

import java.util.List;

/**
 * What the buyer's browser posts to its own system: {@code action} has no query, {@code target} is a browsing context,
 * {@code charset} the encoding the fields are posted in; their values fit it.
 */
public record ReturnForm(String action, String target, String charset, List<FormField> fields) {

    public ReturnForm {
        fields = List.copyOf(fields);
    }
}
