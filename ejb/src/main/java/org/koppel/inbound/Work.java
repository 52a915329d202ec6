package org.koppel.inbound;

/** The two kinds of rows the inbound listeners work on. */
enum Work {
    MESSAGE("inbound_message", "RECEIVED"),
    DOCUMENT("document", "PENDING");

    private final String table;
    private final String waiting;

    Work(String table, String waiting) {
        this.table = table;
        this.waiting = waiting;
    }

    String table() {
        return table;
    }

    /** The status of a row that has not been worked on. */
    String waiting() {
        return waiting;
    }
}
