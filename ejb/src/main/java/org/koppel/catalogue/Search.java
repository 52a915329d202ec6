package org.koppel.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.koppel.shared.PartyId;

/** Finds articles of a customer's assortment. */
@ApplicationScoped
public class Search {

    /** Finds by number, words, and words with typos; see {@link SearchResult.Match}. */
    public SearchResult search(PartyId customer, SearchQuery query) {
        return new SearchResult(query, SearchResult.Match.NOTHING, List.of(), 0, false, null, List.of(), List.of());
    }
}
