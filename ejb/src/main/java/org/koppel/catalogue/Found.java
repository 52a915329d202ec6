package org.koppel.catalogue;

import java.util.List;
import org.koppel.catalogue.SearchResult.Match;

/** What a question found, before the page is cut out and priced; {@code correction} is null when nothing was corrected. */
record Found(Match match, Candidates candidates, String correction, List<String> nearest) {

    static Found of(Match match, Candidates candidates) {
        return new Found(candidates.isEmpty() ? Match.NOTHING : match, candidates, null, List.of());
    }

    boolean isEmpty() {
        return candidates.isEmpty();
    }

    /** Whether it cost much to find: broad words, or words that are not in the catalogue as they were asked. */
    boolean wasDear() {
        return candidates.more() || match != Match.EXACT;
    }
}
