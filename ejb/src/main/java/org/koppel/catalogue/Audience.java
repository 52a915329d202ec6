package org.koppel.catalogue;

import org.koppel.shared.PartyId;

/**
 * For whom the catalogue is asked: a customer, or one site or person of it that sees less.
 *
 * @param site address id, may be null
 * @param buyer login, may be null
 * @param rules what narrows the customer's assortment for the two, as a fingerprint: the same text is the same rules; null when
 *     nothing does
 * @param inclusive whether some of the rules name what is included, so that all else is hidden
 */
public record Audience(PartyId customer, String site, String buyer, String rules, boolean inclusive) {

    /** The whole customer. */
    public static Audience of(PartyId customer) {
        return new Audience(customer, null, null, null, false);
    }

    /** Whether less is seen than the customer sees. */
    public boolean isNarrowed() {
        return rules != null;
    }
}
