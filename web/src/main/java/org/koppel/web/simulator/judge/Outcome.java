package org.koppel.web.simulator.judge;

import java.util.List;
import java.util.stream.Stream;

/** A verdict and, where it is {@code FAILED}, the places. */
record Outcome(Verdict verdict, List<String> places) {
    /** More places of the same fault help nobody. */
    private static final int MOST = 20;

    private static final int LONGEST = 160;

    static final Outcome NOT_APPLICABLE = new Outcome(Verdict.NOT_APPLICABLE, List.of());
    static final Outcome PASSED = new Outcome(Verdict.PASSED, List.of());

    /** @param applicable whether there was anything to judge */
    static Outcome of(boolean applicable, Stream<String> faults) {
        List<String> places = faults.limit(MOST).map(Outcome::cut).toList();
        if (!places.isEmpty()) {
            return new Outcome(Verdict.FAILED, places);
        }
        return applicable ? PASSED : NOT_APPLICABLE;
    }

    /** Passed or failed, with what was found instead. */
    static Outcome when(boolean good, String found) {
        return good ? PASSED : new Outcome(Verdict.FAILED, List.of(cut(found)));
    }

    private static String cut(String place) {
        return place.length() <= LONGEST ? place : place.substring(0, LONGEST) + "…";
    }
}
