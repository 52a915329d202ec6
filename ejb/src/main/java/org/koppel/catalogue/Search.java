package org.koppel.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.text.Collator;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.koppel.catalogue.SearchResult.Match;
import org.koppel.catalogue.SearchSql.Among;
import org.koppel.platform.Settings;
import org.koppel.shared.PartyId;

/**
 * Finds articles of a customer's assortment: by number (signs and case do not matter), then by words in the buyer's language,
 * in any language, with typos and in compounds, and at last by some of the words. The next way is tried only when the one
 * before found nothing; each costs two or three statements, and a page of hits two or three more, however many hits there are.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.SUPPORTS)
public class Search {
    private static final int NEAREST = 5;
    private static final int KEPT_SECONDS = 60;

    private final KeptAnswers kept;

    @Inject
    private CatalogueDatabase database;

    @Inject
    private Offers offers;

    /** For CDI's proxies. */
    Search() {
        this.kept = new KeptAnswers(Duration.ZERO);
    }

    @Inject
    Search(Settings settings) {
        this.kept = new KeptAnswers(Duration.ofSeconds(settings.number("KOPPEL_SEARCH_KEPT_SECONDS", KEPT_SECONDS)));
    }

    /** Keeps no answers. */
    Search(CatalogueDatabase database, Offers offers) {
        this(database, offers, Duration.ZERO);
    }

    Search(CatalogueDatabase database, Offers offers, Duration keeping) {
        this.database = database;
        this.offers = offers;
        this.kept = new KeptAnswers(keeping);
    }

    /** One page of what the customer may see; never fails on what a person may type. */
    public SearchResult search(PartyId customer, SearchQuery query) {
        if (query.text().isEmpty()) {
            return page(customer, query, Found.of(Match.EXACT, browse(customer, query)));
        }
        long version = database.query(CategorySql.VERSION, row -> row.getLong("version"))
                .get(0);
        return page(customer, query, kept.get(customer, query, version, () -> found(customer, query)));
    }

    private long version() {
        return database.query(CategorySql.VERSION, row -> row.getLong("version")).get(0);
    }

    private Found found(PartyId customer, SearchQuery query) {
        Found found = Found.of(Match.EXACT, candidates(customer, query, null, false));
        if (found.isEmpty()) {
            found = Found.of(Match.EXACT, candidates(customer, query, null, true));
        }
        return found.isEmpty() ? corrected(customer, query) : found;
    }

    private Found corrected(PartyId customer, SearchQuery query) {
        String language = Languages.spoken(query.language());
        Spelling spelling = new Spelling(database.query(SearchSql.vocabulary(language), AskedWord::read, query.text()));
        if (spelling.hasAlternative()) {
            Candidates all = candidates(customer, query, spelling.all(), false);
            if (!all.isEmpty()) {
                String correction = spelling.correction(query.text());
                return new Found(correction == null ? Match.EXACT : Match.CORRECTED, all, correction, List.of());
            }
        }
        Candidates some =
                spelling.any().isEmpty() ? Candidates.NONE : candidates(customer, query, spelling.any(), false);
        return some.isEmpty()
                ? new Found(Match.NOTHING, some, null, useful(customer, spelling.nearest(), language))
                : Found.of(Match.PARTIAL, some);
    }

    /**
     * Looks at a sample first: where that has many texts with the words, they are broad and the sample's articles are as good as any. Looks
     * further when what was looked at did not fill the answer: the words may be common and the filters or the assortment narrow.
     */
    private Candidates candidates(PartyId customer, SearchQuery query, String words, boolean everywhere) {
        Question question = new Question(customer, query, words, everywhere);
        List<Candidate> sample = rows(question, Among.SAMPLE, SearchSql.LOOK);
        int looked = sample.get(0).looked();
        boolean broad = looked >= SearchSql.LOOK;
        if (sample.size() > SearchSql.CAP || broad && sample.size() > SearchSql.CAP / 2 && !query.isFiltered()) {
            return Candidates.of(sample, false);
        }
        if (broad) {
            Among among = few(customer, query);
            List<Candidate> few = rows(question, among, SearchSql.LOOK_FAR);
            return Candidates.of(few, among != Among.SAMPLE && few.get(0).looked() < SearchSql.LOOK_FAR);
        }
        if (looked * SearchSql.SHARE >= SearchSql.CAP) {
            List<Candidate> whole = rows(question, Among.WHOLE, SearchSql.LOOK);
            if (whole.size() > SearchSql.CAP) {
                return Candidates.of(whole, false);
            }
        }
        List<Candidate> found = rows(question, Among.ALL, SearchSql.LOOK);
        if (found.size() > SearchSql.CAP || found.get(0).looked() < SearchSql.LOOK) {
            return Candidates.of(found, true);
        }
        List<Candidate> more = rows(question, Among.ALL, SearchSql.LOOK_FAR);
        return Candidates.of(more, more.get(0).looked() < SearchSql.LOOK_FAR);
    }

    /** Where a broad question has so few articles that each can be looked at; else the sample. */
    private Among few(PartyId customer, SearchQuery query) {
        if (size(query) <= SearchSql.FEW) {
            return Among.FILTERED;
        }
        int agreed = database.query(SearchSql.AGREED_SIZE, row -> row.getInt("size"), customer.value())
                .get(0);
        return agreed <= SearchSql.FEW ? Among.AGREED : Among.SAMPLE;
    }

    /** How many articles the category and brand leave; far too many without either. */
    private int size(SearchQuery query) {
        return query.category() == null && query.brand() == null
                ? Integer.MAX_VALUE
                : database.query(SearchSql.size(query), row -> row.getInt("size"), query.category(), query.brand())
                        .get(0);
    }

    /** At least one; a single one without a number says that there is none. */
    private List<Candidate> rows(Question question, Among among, int look) {
        SearchQuery query = question.query();
        List<String> languages = question.languages();
        return database.query(
                SearchSql.candidates(query, languages, among, look),
                Candidate::read,
                question.customer().value(),
                Languages.spoken(query.language()),
                query.category(),
                query.brand(),
                query.attributes().toArray(String[]::new),
                query.text(),
                question.words(),
                languages.toArray(String[]::new),
                languages.stream().map(Languages::configuration).toArray(String[]::new));
    }

    private Candidates browse(PartyId customer, SearchQuery query) {
        boolean narrow = size(query) <= SearchSql.SORTED;
        List<Candidate> found = database.query(
                SearchSql.browse(query, narrow),
                Candidate::read,
                customer.value(),
                Languages.spoken(query.language()),
                query.category(),
                query.brand(),
                query.attributes().toArray(String[]::new));
        return Candidates.of(found, found.get(0).looked() < SearchSql.most(query));
    }

    private List<String> useful(PartyId customer, List<String> words, String language) {
        return words.isEmpty()
                ? List.of()
                : database
                        .query(
                                SearchSql.useful(language),
                                row -> row.getString("word"),
                                customer.value(),
                                words.toArray(String[]::new),
                                Languages.configuration(language))
                        .stream()
                        .limit(NEAREST)
                        .toList();
    }

    private SearchResult page(PartyId customer, SearchQuery query, Found found) {
        List<Candidate> all = found.candidates().list();
        int from = (int) Math.min((long) query.page() * query.size(), all.size());
        int to = Math.min(from + query.size(), all.size());
        List<Offer> hits = query.sort() == SearchQuery.Sort.RELEVANCE
                ? priced(customer, query, all.subList(from, to))
                : sorted(priced(customer, query, all), query).subList(from, to);
        Facets facets = new Facets(database, all, query);
        return new SearchResult(
                query,
                found.match(),
                hits,
                all.size(),
                found.candidates().more(),
                found.correction(),
                found.nearest(),
                facets.categories(),
                facets.brands(),
                facets.attributes(),
                facets.stocked());
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

    /** A question as it is asked of the texts; {@code words} null: its own, else a tsquery's text. */
    private record Question(PartyId customer, SearchQuery query, String words, boolean everywhere) {

        List<String> languages() {
            String own = Languages.spoken(query.language());
            return everywhere
                    ? Languages.all()
                    : Stream.of(own, Languages.FALLBACK).distinct().toList();
        }
    }
}
