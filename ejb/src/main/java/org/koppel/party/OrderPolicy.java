package org.koppel.party;

/** Who answers a customer's orders. */
public enum OrderPolicy {
    /** Koppel, by assortment, agreed price and stock. */
    AUTO,
    /** A person in the console. */
    DESK,
    /** The supplier's back office, by REST, file or flow. */
    BACK_OFFICE
}
