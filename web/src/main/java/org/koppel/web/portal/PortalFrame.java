package org.koppel.web.portal;

import org.koppel.shared.UnitCode;
import org.koppel.shared.Units;
import org.koppel.web.view.Texts;

/**
 * What every page needs: {@code t} are its own words, {@code c} those that it shares with the console (states, columns), both in
 * the reader's language; who is logged in and for which customer (empty: nobody), where we are.
 */
public record PortalFrame(
        Texts t, Texts c, String person, String customer, String theme, String section, String address) {

    /** A unit of UN/ECE Rec 20 as order desks write it: {@code PCE} for {@code H87}. */
    public String unit(String code) {
        return code == null ? "" : Units.iso(new UnitCode(code));
    }

    /** The word for a state, a transport, a type of document or an action. */
    public String word(String kind, String code) {
        return code == null ? "" : c.get(kind + "." + code);
    }

    /** {@code page} for the section we are in, else null, for {@code aria-current}. */
    public String current(String other) {
        return section.equals(other) ? "page" : null;
    }
}
