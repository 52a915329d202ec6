package org.koppel.party;

import org.koppel.shared.PartyId;

/** The supplier's own back office: a party that buys nothing, gets orders and sends answers to them. */
public final class BackOffice {
    /** Under which it stands among the parties. */
    public static final PartyId ID = new PartyId("back-office");

    private BackOffice() {}

    public static boolean is(PartyId party) {
        return ID.equals(party);
    }
}
