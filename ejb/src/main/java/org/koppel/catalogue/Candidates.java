package org.koppel.catalogue;

import java.util.List;

/** What answers a question, best first, before it is priced; {@code more} says that not everything was looked at or ranked. */
record Candidates(List<Candidate> list, boolean more) {
    static final Candidates NONE = new Candidates(List.of(), false);

    /** The best of a statement's rows, of which there may be one more than are ranked. */
    static Candidates of(List<Candidate> rows, boolean lookedAtAll) {
        List<Candidate> found = rows.stream().filter(c -> c.number() != null).toList();
        boolean overfull = found.size() > SearchSql.CAP;
        return new Candidates(overfull ? found.subList(0, SearchSql.CAP) : found, overfull || !lookedAtAll);
    }

    boolean isEmpty() {
        return list.isEmpty();
    }
}
