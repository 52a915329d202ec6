package org.koppel.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.text.Collator;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.koppel.catalogue.SearchResult.Match;
import org.koppel.shared.PartyId;

/**
 * Finds articles of a customer's assortment: by number (signs and case do not matter), then by words in the buyer's language,
 * in any language, with typos and in compounds, and at last by some of the words. The next way is tried only when the one
 * before found nothing, so a question costs two statements and a page of hits two more, however many hits there are.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.SUPPORTS)
public class Search {
    private static final int NEAREST = 5;
    private static final int BRANDS = 12;

    @Inject
    private CatalogueDatabase database;

    @Inject
    private Offers offers;

    Search() {} // for CDI

    Search(CatalogueDatabase database, Offers offers) {
        this.database = database;
        this.offers = offers;
    }

    /** One page of what the customer may see; never fails on what a person may type. */
    public SearchResult search(PartyId customer, SearchQuery query) {
        if (query.text().isEmpty()) {
            return page(customer, query, Found.of(Match.EXACT, browse(customer, query)));
        }
        Found found = Found.of(Match.EXACT, candidates(customer, query, null, false));
        if (found.isEmpty()) {
            found = Found.of(Match.EXACT, candidates(customer, query, null, true));
        }
        if (found.isEmpty()) {
            found = corrected(customer, query);
        }
        return page(customer, query, found);
    }

    private Found corrected(PartyId customer, SearchQuery query) {
        String language = Languages.spoken(query.language());
        Spelling spelling = new Spelling(database.query(SearchSql.VOCABULARY, AskedWord::read, language, query.text()));
        if (spelling.hasAlternative()) {
            List<Candidate> all = candidates(customer, query, spelling.all(), false);
            if (!all.isEmpty()) {
                String correction = spelling.correction(query.text());
                return new Found(correction == null ? Match.EXACT : Match.CORRECTED, all, correction, List.of());
            }
        }
        List<Candidate> some =
                spelling.any().isEmpty() ? List.of() : candidates(customer, query, spelling.any(), false);
        return some.isEmpty()
                ? new Found(Match.NOTHING, some, null, useful(customer, spelling.nearest(), language))
                : Found.of(Match.PARTIAL, some);
    }

    /** Looks further when what was looked at first did not fill the answer: the words may be common and the assortment narrow. */
    private List<Candidate> candidates(PartyId customer, SearchQuery query, String words, boolean everywhere) {
        List<Candidate> found = candidates(customer, query, words, everywhere, SearchSql.LOOK);
        boolean lookedAtAll = found.get(0).looked() < SearchSql.LOOK;
        List<Candidate> candidates = lookedAtAll || found.size() > SearchSql.CAP
                ? found
                : candidates(customer, query, words, everywhere, SearchSql.LOOK_FAR);
        return candidates.stream().filter(c -> c.number() != null).toList();
    }

    /** At least one; a single one without a number says that there is none. */
    private List<Candidate> candidates(
            PartyId customer, SearchQuery query, String words, boolean everywhere, int look) {
        String own = Languages.spoken(query.language());
        List<String> languages = everywhere
                ? Languages.all()
                : List.of(own, Languages.FALLBACK).stream().distinct().toList();
        return database.query(
                SearchSql.filtered(SearchSql.CANDIDATES, query, look),
                Candidate::read,
                customer.value(),
                own,
                query.category(),
                query.brand(),
                query.text(),
                words,
                everywhere,
                languages.toArray(String[]::new),
                languages.stream().map(Languages::configuration).toArray(String[]::new));
    }

    private List<Candidate> browse(PartyId customer, SearchQuery query) {
        return database.query(
                SearchSql.filtered(SearchSql.BROWSE, query, 0),
                Candidate::read,
                customer.value(),
                query.category(),
                query.brand());
    }

    private List<String> useful(PartyId customer, List<String> words, String language) {
        return words.isEmpty()
                ? List.of()
                : database
                        .query(
                                SearchSql.USEFUL,
                                row -> row.getString("word"),
                                customer.value(),
                                words.toArray(String[]::new),
                                Languages.configuration(language))
                        .stream()
                        .limit(NEAREST)
                        .toList();
    }

    private SearchResult page(PartyId customer, SearchQuery query, Found all) {
        boolean capped = all.candidates().size() > SearchSql.CAP;
        Found found = capped ? all.first(SearchSql.CAP) : all;
        long from =
                Math.min((long) query.page() * query.size(), found.candidates().size());
        long to = Math.min(from + query.size(), found.candidates().size());
        List<Offer> hits = query.sort() == SearchQuery.Sort.RELEVANCE
                ? priced(customer, query, found.candidates().subList((int) from, (int) to))
                : sorted(priced(customer, query, found.candidates()), query).subList((int) from, (int) to);
        return new SearchResult(
                query,
                found.match(),
                hits,
                found.candidates().size(),
                capped,
                found.correction(),
                found.nearest(),
                categories(found.candidates(), query.language()),
                brands(found.candidates()),
                (int) found.candidates().stream().filter(Candidate::stocked).count());
    }

    private List<Offer> priced(PartyId customer, SearchQuery query, List<Candidate> candidates) {
        List<Wanted> wanted =
                candidates.stream().map(c -> Wanted.article(c.number(), null)).toList();
        return List.copyOf(offers.offers(customer, wanted, query.language()).values());
    }

    private static List<Offer> sorted(List<Offer> offers, SearchQuery query) {
        Collator collator = Collator.getInstance(Locale.forLanguageTag(query.language()));
        Comparator<Offer> byName = Comparator.comparing(Offer::description, collator);
        Comparator<Offer> byPrice = Comparator.comparing(
                o -> o.price() == null ? null : o.price().perOne().amount(),
                Comparator.nullsLast(Comparator.naturalOrder()));
        return offers.stream()
                .sorted((query.sort() == SearchQuery.Sort.PRICE ? byPrice : byName).thenComparing(Offer::article))
                .toList();
    }

    private static List<BrandCount> brands(List<Candidate> candidates) {
        Map<String, Long> counts = candidates.stream()
                .map(Candidate::brand)
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return counts.entrySet().stream()
                .map(e -> new BrandCount(e.getKey(), e.getValue().intValue()))
                .sorted(Comparator.comparingInt(BrandCount::count).reversed().thenComparing(BrandCount::brand))
                .limit(BRANDS)
                .toList();
    }

    private List<Category> categories(List<Candidate> candidates, String language) {
        Map<String, Long> counts = candidates.stream()
                .map(Candidate::category)
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(Function.identity(), LinkedHashMap::new, Collectors.counting()));
        return counts.isEmpty()
                ? List.of()
                : database.query(
                        SearchSql.CATEGORY_NAMES,
                        row -> new Category(
                                row.getString("code"),
                                row.getString("name"),
                                counts.get(row.getString("code")).intValue(),
                                List.of()),
                        language,
                        counts.keySet().toArray(String[]::new));
    }

    /** What a question found, before the page is cut out and priced. */
    private record Found(Match match, List<Candidate> candidates, String correction, List<String> nearest) {

        static Found of(Match match, List<Candidate> candidates) {
            return new Found(candidates.isEmpty() ? Match.NOTHING : match, candidates, null, List.of());
        }

        Found first(int count) {
            return new Found(match, candidates.subList(0, count), correction, nearest);
        }

        boolean isEmpty() {
            return candidates.isEmpty();
        }
    }
}
