package org.koppel.web.console;

import java.util.Map;
import org.koppel.party.BackOffice;
import org.koppel.shared.UnitCode;
import org.koppel.shared.Units;
import org.koppel.web.view.Texts;

/**
 * What every page needs: words and numbers in the reader's language, who is logged in (empty: nobody), where we are.
 * {@code customers} are names by id, for filters and tables.
 */
public record Frame(Texts t, String user, String theme, String section, String address, Map<String, String> customers) {

    /** The customer's name, its id when it has none, and the word for "unknown" for null. */
    public String customer(String id) {
        if (BackOffice.ID.value().equals(id)) {
            return t.get("ways.backoffice"); // it is no customer
        }
        return id == null ? t.get("unknown.sender") : customers.getOrDefault(id, id);
    }

    /** A unit of UN/ECE Rec 20 as order desks write it: {@code PCE} for {@code H87}. */
    public String unit(String code) {
        return code == null ? "" : Units.iso(new UnitCode(code));
    }

    /** The word for a state, an outcome or an action. */
    public String word(String kind, String code) {
        return code == null ? "" : t.get(kind + "." + code);
    }
}
