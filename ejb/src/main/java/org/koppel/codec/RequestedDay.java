package org.koppel.codec;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * The one day on which an order, or a line of it, is wanted, among those that it names. Of days of one rank the first counts, or that of
 * a delivery, which is more special than that of its line. Two days that are both asked for are two deliveries (decision 0113).
 */
public final class RequestedDay {
    /** A day of this rank only bounds those that are asked for. */
    public static final int BOUND = 0;

    private final Map<String, Integer> ranks;
    private final Map<String, LocalDate> asked = new HashMap<>();
    private LocalDate day;
    private int best = -1;

    /** @param ranks of the qualifiers that count; the highest comes before all others */
    public RequestedDay(Map<String, Integer> ranks) {
        this.ranks = ranks;
    }

    /**
     * One more day; one that cannot be read (null), or of another qualifier, does not count.
     *
     * @param ofDelivery whether a delivery of the line names it
     * @return false when its qualifier already asked for another day
     */
    public boolean take(String qualifier, LocalDate its, boolean ofDelivery) {
        Integer rank = ranks.get(qualifier);
        if (rank == null || its == null) {
            return true;
        }
        int itsRank = 2 * rank + (ofDelivery ? 1 : 0);
        if (itsRank > best) {
            best = itsRank;
            day = its;
        }
        LocalDate before = rank == BOUND ? null : asked.putIfAbsent(qualifier, its);
        return before == null || before.equals(its);
    }

    /** Null where none was named. */
    public LocalDate day() {
        return day;
    }
}
