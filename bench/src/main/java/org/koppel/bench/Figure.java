package org.koppel.bench;

/**
 * One line of the result.
 *
 * @param ours what Koppel did, with its unit
 * @param peer what the peer did, or the limit
 * @param value the number that is judged: a ratio, milliseconds, megabytes or seconds
 * @param goal the goal in words, or "" where there is none
 * @param reached whether the goal is reached; true where there is none
 */
record Figure(String what, String ours, String peer, double value, String goal, boolean reached) {

    static Figure atLeast(String what, String ours, String peer, double value, double limit) {
        return new Figure(what, ours, peer, value, ">= " + limit, value >= limit);
    }

    static Figure atMost(String what, String ours, double value, double limit, String unit) {
        return new Figure(what, ours, "", value, "<= " + limit + " " + unit, value <= limit);
    }

    static Figure plain(String what, String ours, String peer, double value) {
        return new Figure(what, ours, peer, value, "", true);
    }
}
