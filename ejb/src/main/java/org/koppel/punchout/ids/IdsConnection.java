package org.koppel.punchout.ids;

/**
 * What is agreed with one craftsman: the {@code customerNumber} that the software must send as {@code kndnr} (null: any), and
 * what {@code NetPrice} means there.
 */
record IdsConnection(String customerNumber, NetPrice netPrice) {
    /** IDS Connect 2.5 without agreements. */
    static final IdsConnection PLAIN = new IdsConnection(null, NetPrice.LINE);

    /** Two readings of {@code NetPrice} are in use. */
    enum NetPrice {
        /** For the whole line: the interface's description lets it refer to the quantity asked for. */
        LINE,
        /** For {@code PriceBasis} units. */
        UNIT
    }

    boolean knows(String number) {
        return customerNumber == null || customerNumber.equalsIgnoreCase(number);
    }
}
