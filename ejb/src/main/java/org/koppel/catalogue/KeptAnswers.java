package org.koppel.catalogue;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.koppel.shared.PartyId;

/**
 * Remembers for a while what broad questions found: every page, order and filter of an answer, and the next buyer who asks the same,
 * spares the ranking. What it keeps are numbers of articles; prices and stock are read for each page. An answer of an older version
 * of the catalogue is not given: articles and assortments that changed count at once, texts and stock of what is found up to that while later.
 */
final class KeptAnswers {
    private static final int MOST = 200;

    private final long nanos;
    private final Map<Asked, Kept> answers = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, Kept> eldest) {
            return size() > MOST;
        }
    };

    /** Who asked what. Everything that decides which articles are found belongs here. */
    private record Asked(
            PartyId customer,
            String rules,
            String text,
            String category,
            String brand,
            boolean inStock,
            List<String> attributes,
            String language) {}

    private record Kept(long version, long since, Found found) {}

    /** @param keeping how long; zero: nothing is remembered */
    KeptAnswers(Duration keeping) {
        this.nanos = keeping.toNanos();
    }

    /**
     * What is remembered, or what is found now.
     *
     * @param version asks for the version of the catalogue; before the search, so that a change meanwhile makes the answer old
     */
    Found get(Audience audience, SearchQuery query, LongSupplier version, Supplier<Found> search) {
        if (nanos == 0) {
            return search.get();
        }
        long current = version.getAsLong();
        Asked asked = new Asked(
                audience.customer(),
                audience.rules(),
                query.text(),
                query.category(),
                query.brand(),
                query.inStock(),
                query.attributes(),
                query.language());
        long now = System.nanoTime();
        synchronized (answers) {
            Kept kept = answers.get(asked);
            if (kept != null && kept.version() >= current && now - kept.since() < nanos) {
                return kept.found();
            }
        }
        Found found = search.get();
        if (found.wasDear()) {
            synchronized (answers) {
                answers.put(asked, new Kept(current, now, found));
            }
        }
        return found;
    }
}
