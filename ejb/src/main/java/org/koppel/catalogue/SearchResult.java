package org.koppel.catalogue;

import java.util.List;

/**
 * One page of what was found, best first; each hit priced for the customer at the article's minimum quantity.
 *
 * @param query what was asked, brought into range
 * @param match how the hits were found
 * @param total how many there are in all; when {@code capped}, so many were ranked and there may be more
 * @param capped whether the question was so broad that not all texts with its words were looked at; then every count is a least
 * @param didYouMean the question as it was corrected and answered, without words that nobody knows; null when nothing was corrected
 * @param nearest words of the catalogue near to those that found nothing; empty when there are hits
 * @param categories where the hits are, by name, the count of this question each: those right below the asked category, or the top
 *     ones, with all that lies below them; the asked one alone where nothing lies below it
 * @param brands the most frequent brands of the hits, by count and name; with {@code capped} of those that were ranked
 * @param attributes of the hits of a chosen category, the most frequent names first and of each its most frequent values; empty
 *     without a category
 * @param stocked how many of the hits are in stock, counted likewise
 */
public record SearchResult(
        SearchQuery query,
        Match match,
        List<Offer> hits,
        int total,
        boolean capped,
        String didYouMean,
        List<String> nearest,
        List<Category> categories,
        List<BrandCount> brands,
        List<AttributeCount> attributes,
        int stocked) {

    /** How hits were found. */
    public enum Match {
        /** By a number, or all words as they were asked. */
        EXACT,
        /** All words, after typos were corrected. */
        CORRECTED,
        /** Some of the words only. */
        PARTIAL,
        /** Not at all. */
        NOTHING
    }

    public SearchResult {
        hits = List.copyOf(hits);
        nearest = List.copyOf(nearest);
        categories = List.copyOf(categories);
        brands = List.copyOf(brands);
        attributes = List.copyOf(attributes);
    }

    public boolean hasNext() {
        return (query.page() + 1L) * query.size() < total;
    }
}
