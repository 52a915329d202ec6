package org.koppel.web.console;

import java.util.Map;
import org.koppel.web.view.Texts;

/**
 * What every page needs: words and numbers in the reader's language, who is logged in (empty: nobody), where we are.
 * {@code customers} are names by id, for filters and tables.
 */
public record Frame(Texts t, String user, String theme, String section, String address, Map<String, String> customers) {

    /** The customer's name, its id when it has none, and the word for "unknown" for null. */
    public String customer(String id) {
        return id == null ? t.get("unknown.sender") : customers.getOrDefault(id, id);
    }

    /** The word for a state, an outcome or an action. */
    public String word(String kind, String code) {
        return code == null ? "" : t.get(kind + "." + code);
    }
}
