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

    /** One page of what the customer may see. */
    public SearchResult search(PartyId customer, SearchQuery query) {
        return search(Audience.of(customer), query);
    }

    /** One page of what somebody may see; never fails on what a person may type. */
    public SearchResult search(Audience audience, SearchQuery query) {
        if (query.text().isEmpty()) {
            return page(audience, query, Found.of(Match.EXACT, browse(audience, query)));
        }
        return page(audience, query, kept.get(audience, query, this::version, () -> found(audience, query)));
    }

    private long version() {
        return database.query(CategorySql.VERSION, row -> row.getLong("version"))
                .get(0);
    }

    private Found found(Audience audience, SearchQuery query) {
        Found found = Found.of(Match.EXACT, candidates(audience, query, null, false));
        if (found.isEmpty()) {
            found = Found.of(Match.EXACT, candidates(audience, query, null, true));
        }
        return found.isEmpty() ? corrected(audience, query) : found;
    }

    private Found corrected(Audience audience, SearchQuery query) {
        String language = Languages.spoken(query.language());
        Spelling spelling = spelling(query.text(), language);
        if (spelling.hasAlternative()) {
            String correction = spelling.correction(query.text());
            Candidates all = candidates(audience, query, spelling.all(), false);
            if (all.isEmpty() && correction != null) { // words of categories, which articles may have in compounds
                Spelling again = spelling(correction, language);
                all = again.hasAlternative() ? candidates(audience, query, again.all(), false) : all;
            }
            if (!all.isEmpty()) {
                return new Found(correction == null ? Match.EXACT : Match.CORRECTED, all, correction, List.of());
            }
        }
        Candidates some =
                spelling.any().isEmpty() ? Candidates.NONE : candidates(audience, query, spelling.any(), false);
        return some.isEmpty()
                ? new Found(Match.NOTHING, some, null, useful(audience, spelling.nearest(), language))
                : new Found(Match.PARTIAL, some, spelling.understood(), List.of());
    }

    private Spelling spelling(String text, String language) {
        return new Spelling(database.query(SearchSql.vocabulary(language), AskedWord::read, text));
    }

    /**
     * Looks at a sample first: where that has many texts with the words, they are broad and the sample's articles are as good as any; the very words before
     * words that begin so, which come after them in any case and take longest to gather. Looks
     * further when what was looked at did not fill the answer: the words may be common and the filters or the assortment narrow.
     */
    private Candidates candidates(Audience audience, SearchQuery query, String words, boolean everywhere) {
        Question question = new Question(audience, query, words, everywhere);
        if (question.isPlainWords()) {
            List<Candidate> whole = rows(question, Among.WHOLE_SAMPLE, SearchSql.LOOK);
            if (whole.size() > SearchSql.CAP) {
                return Candidates.of(whole, false);
            }
        }
        List<Candidate> sample = rows(question, Among.SAMPLE, SearchSql.LOOK);
        int looked = sample.get(0).looked();
        boolean broad = looked >= SearchSql.LOOK;
        if (sample.size() > SearchSql.CAP || broad && sample.size() > SearchSql.CAP / 2 && !query.isFiltered()) {
            return Candidates.of(sample, false);
        }
        if (broad) {
            Among among = few(audience, query);
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
    private Among few(Audience audience, SearchQuery query) {
        if (size(query) <= SearchSql.FEW) {
            return Among.FILTERED;
        }
        int agreed = database.query(audience, SearchSql.AGREED_SIZE, row -> row.getInt("size"))
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
                question.audience(),
                SearchSql.candidates(query, languages, among, look),
                Candidate::read,
                Languages.spoken(query.language()),
                said(query.category()),
                said(query.brand()),
                query.attributes().toArray(String[]::new),
                query.text(),
                said(question.words()),
                languages.toArray(String[]::new),
                languages.stream().map(Languages::configuration).toArray(String[]::new));
    }

    private static String said(String text) {
        return text == null ? "" : text;
    }

    private Candidates browse(Audience audience, SearchQuery query) {
        boolean narrow = size(query) <= SearchSql.SORTED;
        List<Candidate> found = database.query(
                audience,
                SearchSql.browse(query, narrow),
                Candidate::read,
                Languages.spoken(query.language()),
                query.category(),
                query.brand(),
                query.attributes().toArray(String[]::new));
        return Candidates.of(found, found.get(0).looked() < SearchSql.most(query));
    }

    private List<String> useful(Audience audience, List<String> words, String language) {
        return words.isEmpty()
                ? List.of()
                : database
                        .query(
                                audience,
                                SearchSql.useful(language),
                                row -> row.getString("word"),
                                words.toArray(String[]::new),
                                Languages.configuration(language))
                        .stream()
                        .limit(NEAREST)
                        .toList();
    }

    private SearchResult page(Audience audience, SearchQuery query, Found found) {
        List<Candidate> all = found.candidates().list();
        int from = (int) Math.min((long) query.page() * query.size(), all.size());
        int to = Math.min(from + query.size(), all.size());
        List<Offer> hits = query.sort() == SearchQuery.Sort.RELEVANCE
                ? priced(audience, query, all.subList(from, to))
                : sorted(priced(audience, query, all), query).subList(from, to);
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

    private List<Offer> priced(Audience audience, SearchQuery query, List<Candidate> candidates) {
        List<Wanted> wanted =
                candidates.stream().map(c -> Wanted.article(c.number(), null)).toList();
        return List.copyOf(offers.offers(audience, wanted, query.language()).values());
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
    private record Question(Audience audience, SearchQuery query, String words, boolean everywhere) {

        /** As a person types what may be broad: nothing corrected, no digits, in the person's own language. */
        boolean isPlainWords() {
            return words == null
                    && !everywhere
                    && query.text().chars().allMatch(c -> Character.isLetter(c) || Character.isWhitespace(c));
        }

        List<String> languages() {
            String own = Languages.spoken(query.language());
            return everywhere
                    ? Languages.all()
                    : Stream.of(own, Languages.FALLBACK).distinct().toList();
        }
    }
}
