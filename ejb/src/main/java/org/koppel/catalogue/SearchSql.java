package org.koppel.catalogue;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The statements behind {@link Search}. */
final class SearchSql {
    /** A broad question is answered by this many articles, twenty pages of them; more would cost time and help nobody. */
    static final int CAP = 500;

    /** Texts with the words that are looked at first: enough for {@link #CAP} where nothing narrows the question much. */
    static final int LOOK = 2 * CAP;

    /** Texts or articles that are looked at when {@link #LOOK} did not fill the answer: for narrow assortments and filters. */
    static final int LOOK_FAR = 20 * CAP;

    /** Of so many articles one is in the sample; its indexes say so as well. */
    static final int SHARE = 16;

    /** Articles of a category or brand of which each is looked at, because that costs less than to look at all that have the words. */
    static final int FEW = 10 * CAP;

    /** Articles of a category or brand that are sorted by number, because that costs less than to walk through all to find them. */
    static final int SORTED = 60 * CAP;

    /** Statements that were made before: they are long, and the driver finds the same text faster. */
    private static final Map<Form, String> MADE = new ConcurrentHashMap<>();

    private static final String STOCKED =
            "exists (select 1 from stock s where s.article = a.number and s.quantity >= a.minimum)";
    private static final String HAVING = """
            (select t.facets from article_text t where t.article = a.number
                order by t.language = q.language desc, t.language = 'en' desc, t.language limit 1) @> q.attributes
            """;
    private static final String IN_CATEGORY = "(a.category = q.category or starts_with(a.category, q.category || '.'))";
    private static final String BELOW =
            "a.category = any (array(select c.code from category c where c.code = q.category or starts_with(c.code, q.category || '.')))";

    /**
     * Articles by rank: 0-3 the very number (supplier's, buyer's, manufacturer's, GTIN), 10-13 its beginning, 20 words, 30-33
     * the beginning of a number without digits, which more likely is a word. Parameters: customer, language, category,
     * brand, attributes, question, words (a tsquery's text; empty: the question's); arrays of languages and their configurations. What is not said is empty and not null: a null is of no
     * type, and a statement whose parameters change their types is parsed and planned again, which takes longer than a question for a number. Numbers are looked up one by one ({@code offset 0}), so that no plan reads the whole table.
     * Arrays stand in subselects, so that PostgreSQL keeps one plan: to plan costs more than to ask for a number.
     */
    private static final String CANDIDATES = """
            with asked as (select ?::text as customer, ?::text as language, nullif(?::text, '') as category,
                nullif(?::text, '') as brand, ?::text[] as attributes, ?::text as question, nullif(?::text, '') as words),
            keys as materialized (select number_key(question) collate "C" as k, gtin_key(question) collate "C" as g,
                case when length(number_key(question)) >= 3 then '~' else '!' end as beyond,
                case when question ~ '\\d' then 10 else 30 end as prefix from asked),
            languages as materialized (
                select l.language, to_tsquery(l.config::regconfig, $asked) as query,
                    to_tsquery(l.config::regconfig, replace(o.words, ':*', '')) as whole
                from asked q, lateral (select coalesce(q.words, search_query(q.question, ' & ')) as words) p,
                    unnest((select ?::text[]), (select ?::text[])) as l(language, config),
                    lateral (select coalesce(q.words, synonym_query(q.question, l.language), p.words) as words) o),
            numbers as (
                (select x.number as number, case when x.number_key = (select k from keys) then 0 else (select prefix from keys) end as rank from article x
                where x.number_key >= (select k from keys) and x.number_key < (select k || beyond from keys)
                order by x.number_key limit $far)
                union all
                (select x.article as number, case when x.number_key = (select k from keys) then 1 else (select prefix from keys) + 1 end as rank from buyers_number x
                where x.customer = (select customer from asked) and x.number_key >= (select k from keys) and x.number_key < (select k || beyond from keys)
                order by x.number_key limit $far)
                union all
                (select x.number as number, case when x.manufacturers_key = (select k from keys) then 2 else (select prefix from keys) + 2 end as rank from article x
                where x.manufacturers_key >= (select k from keys) and x.manufacturers_key < (select k || beyond from keys)
                order by x.manufacturers_key limit $far)
                union all
                (select x.number as number, case when x.gtin_key = (select g from keys) then 3 else (select prefix from keys) + 3 end as rank from article x
                where x.gtin_key >= (select g from keys) and x.gtin_key < (select g || beyond from keys)
                order by x.gtin_key limit $far)),
            by_number as (
                select n.number, a.category, a.brand, a.minimum, n.rank, 0::real as score from asked q, numbers n,
                    lateral (select * from article x where x.number = n.number offset 0) a
                where (a.active or n.rank < 4) and $filtered and $allowed
                order by n.rank, n.number limit $cap),
            matched as materialized ($matched limit $raw),
            by_words as (
                select a.number, a.category, a.brand, a.minimum, 20 as rank, $rank as score
                from asked q, ($ranked) m, lateral (select * from article x where x.number = m.article offset 0) a
                where a.active and $filtered and $allowed
                order by score desc, m.article limit $cap)
            select a.number, a.category, a.brand, s.quantity >= a.minimum as stocked, (select count(*) from matched) as looked
            from (values (1)) as one left join (
                select number, category, brand, minimum, min(rank) as rank, max(score) as score
                from (select * from by_number union all select * from by_words) b
                group by number, category, brand, minimum order by min(rank), max(score) desc, number limit $cap) a on true
            left join lateral (select x.quantity from stock x where x.article = a.number offset 0) s on true
            order by a.rank, a.score desc, a.number
            """;

    private static final String SCORE = "ts_rank(t.words, l.query) + case when t.words @@ l.whole then 1 else 0 end";

    private static final String OWN_LANGUAGE =
            " + case when m.language = (select language from asked) then 1 else 0 end";

    /** The texts best first, so that articles are looked up only until there are enough; none where so few do not answer. */
    private static final String BEST_FIRST = "select t.article, " + SCORE
            + " + case when l.language = (select language from asked) then 1 else 0 end as rank"
            + " from matched t join languages l on l.language = t.language"
            + " where (select count(*) from matched) >= $least order by rank desc, t.article";

    /** The score of a text that the filters left, read again: to keep the words of so many takes too much room. */
    private static final String SCORE_AGAIN = "(select " + SCORE + " from languages l, article_text t"
            + " where l.language = m.language and t.article = m.article and t.language = m.language)" + OWN_LANGUAGE;

    /** Texts of one language with the words, by that language's index. */
    private static final String MATCHED = """
            (select t.article, l.language, $words as words from languages l join article_text t on t.words @@ l.query
                where l.language = '$language' and t.language = '$language' and $part)
            """;

    /** Likewise in the language that stands in; only of articles that have no text in the buyer's, so that those in between do not count. */
    private static final String STANDING_IN = """
            (select * from (select t.article, l.language, $words as words from languages l join article_text t on t.words @@ l.query
                    where l.language = '$language' and t.language = '$language' and $part limit $raw) t
                where not exists (select 1 from asked q, article_text o where o.article = t.article and o.language = q.language))
            """;

    /** Texts with the words of the articles that a category or brand leaves: it is narrow, so that each is looked at. */
    private static final String MATCHED_BY_FILTER = """
            (select t.article, l.language, $words as words from asked q, article a, languages l, lateral (select * from article_text x
                    where x.article = a.number and x.language = l.language offset 0) t
                where $narrow and t.words @@ l.query)
            """;

    private static final String BROWSE = """
            with asked as (select ?::text as customer, ?::text as language, ?::text as category, ?::text as brand,
                ?::text[] as attributes),
            looked as materialized ($looked)
            select f.number, f.category, f.brand, f.stocked, (select count(*) from looked) as looked
            from (values (1)) as one left join (
                select a.number, a.category, a.brand, $stocked as stocked from asked q, looked a
                where $filtered and $allowed order by a.number limit $cap) f on true
            order by f.number
            """;

    /** How many articles a category and brand leave, up to one more than {@link #SORTED}. Parameters: category, brand. */
    private static final String SIZE = """
            select count(*) as size from (select 1 from (select ?::text as category, ?::text as brand) q, article a
                where $narrow limit $most) f
            """;

    /** Articles of an assortment that names what it includes. */
    private static final String AGREED = """
            (a.number = any (array(select x.article from $included and x.article is not null))
            or a.category = any (array(select c.code from category c, $included
                and (c.code = x.category or starts_with(c.code, x.category || '.')))))
            """.replace("$included", Assortment.INCLUDED);

    /** How many articles an assortment includes, up to one more than {@link #FEW}; more where it includes all. Parameter: customer. */
    static final String AGREED_SIZE = """
            select case when not exists (select 1 from $included)
                then $most else (select count(*) from (select 1 from article a where $agreed limit $most) f) end as size
            from (select ?::text as customer) q
            """.replace("$included", Assortment.INCLUDED)
            .replace("$agreed", AGREED.strip())
            .replace("$most", String.valueOf(FEW + 1));

    /**
     * The words of a question: whether an article of the language has one that begins so, those that contain it, those that look like it,
     * nearest first. Words with digits are not looked up. Parameter: question.
     */
    private static final String VOCABULARY = """
            select w.word, w.word !~ '^[[:alpha:]]+$' or exists (
                    select 1 from vocabulary v where v.language = '$language' and v.frequency > 0
                    and v.word collate "C" >= w.word and v.word collate "C" < w.word || chr(1114111)) as known,
                (select array_agg(word order by frequency desc, word) from (
                    select v.word, v.frequency from vocabulary v
                    where v.language = '$language' and v.frequency > 0 and length(w.word) >= 4 and v.word like '%' || w.word || '%'
                    order by v.frequency desc, v.word limit 8) i) as inside,
                (select array_agg(word order by distance, frequency desc, word) from (
                    select v.word, v.frequency, v.word <-> w.word as distance from vocabulary v
                    where v.language = '$language' and w.word ~ '^[[:alpha:]]+$'
                    order by v.word <-> w.word limit 20) n) as near
            from regexp_split_to_table(unaccent(search_text(?::text)), '\\s+') with ordinality as w(word, position)
            where w.word ~ '[[:alnum:]]' order by w.position limit 12
            """;

    /** Those of some words by which the customer finds something. Parameters: customer, words, configuration. */
    private static final String USEFUL = """
            with asked as (select ?::text as customer)
            select w.word from asked q, unnest(?::text[]) with ordinality as w(word, position)
            where exists (select 1 from (select t.article from article_text t
                    where t.language = '$language' and t.words @@ to_tsquery(?::regconfig, quote_literal(w.word)) limit $raw) t,
                lateral (select * from article x where x.number = t.article offset 0) a
                where a.active and $allowed)
            order by w.position
            """;

    /** Names of categories. Parameters: language, codes. */
    static final String CATEGORY_NAMES = """
            select c.code, coalesce(t.name, c.code) as name from (select ?::text as language) q, category c
            left join lateral (select x.name from category_text x where x.category = c.code
                order by x.language = q.language desc, x.language = 'en' desc, x.language limit 1) t on true
            where c.code = any (?::text[]) order by name, c.code
            """;

    /** Attributes of some articles, most frequent first. Parameters: language, numbers. */
    static final String ATTRIBUTE_COUNTS = """
            select k.key, count(*) as articles
            from (select ?::text as language) q, unnest(?::text[]) as n(number), lateral (
                select x.facets from article_text x where x.article = n.number
                order by x.language = q.language desc, x.language = 'en' desc, x.language limit 1) t,
                unnest(t.facets) as k(key)
            group by k.key order by articles desc, k.key
            """;

    private SearchSql() {}

    /** Where words are looked for. */
    enum Among {
        /** In every sixteenth article: there is an index of these alone, in which a broad word costs little. */
        SAMPLE,
        /** Likewise, but without words that only begin so. */
        WHOLE_SAMPLE,
        ALL,
        /** Likewise, but without words that only begin so: common words cost less then, and these articles come first anyway. */
        WHOLE,
        /** In all articles of the question's category and brand. */
        FILTERED,
        /** In all articles that the customer's assortment includes. */
        AGREED;

        boolean isSample() {
            return this == SAMPLE || this == WHOLE_SAMPLE;
        }
    }

    private record Form(
            boolean category,
            boolean brand,
            boolean inStock,
            boolean attributes,
            List<String> languages,
            Among among,
            int look) {}

    /**
     * @param languages the buyer's, and that which stands in for it; or all
     * @param look how many texts with the words are looked at
     */
    static String candidates(SearchQuery query, List<String> languages, Among among, int look) {
        Form form = new Form(
                query.category() != null,
                query.brand() != null,
                query.inStock(),
                !query.attributes().isEmpty(),
                languages,
                among,
                look);
        return MADE.computeIfAbsent(form, f -> made(query, languages, among, look));
    }

    private static String made(SearchQuery query, List<String> languages, Among among, int look) {
        String matched = among == Among.FILTERED || among == Among.AGREED
                ? MATCHED_BY_FILTER.strip().replace("$narrow", among == Among.AGREED ? AGREED : narrow(query))
                : IntStream.range(0, languages.size())
                        .mapToObj(i -> (i == 1 && languages.size() == 2 ? STANDING_IN : MATCHED)
                                .strip()
                                .replace("$language", languages.get(i)))
                        .collect(Collectors.joining(" union all "))
                        .replace("$part", among.isSample() ? "hashtext(t.article) % " + SHARE + " = 0" : "true");
        boolean whole = among == Among.WHOLE || among == Among.WHOLE_SAMPLE;
        return common(CANDIDATES.replace("$matched", matched), query)
                .replace("$asked", whole ? "replace(o.words, ':*', '')" : "o.words")
                .replace("$words", look > LOOK ? "null" : "t.words")
                .replace("$ranked", look > LOOK ? "select * from matched" : BEST_FIRST)
                .replace("$least", among.isSample() ? String.valueOf(CAP) : "0")
                .replace("$rank", look > LOOK ? SCORE_AGAIN : "m.rank")
                .replace("$raw", String.valueOf(look))
                .replace("$far", String.valueOf(2 * LOOK));
    }

    /**
     * Articles that the filters leave, by number. Parameters: customer, language, category, brand, attributes.
     *
     * @param narrow whether {@link #size} found at most {@link #SORTED}; else all are walked through by number until there are enough
     */
    static String browse(SearchQuery query, boolean narrow) {
        String looked = narrow
                ? "select a.* from asked q, article a where a.active and " + narrow(query) + " order by a.number"
                : "select a.* from (select * from article where active order by number offset 0) a where "
                        + (query.category() == null ? "true" : IN_CATEGORY)
                                .replace("q.category", "(select category from asked)")
                        + (query.brand() == null ? "" : " and a.brand = (select brand from asked)");
        return common(BROWSE.replace("$looked", looked + " limit " + most(query)), query);
    }

    /** How many articles are looked at for a page without words: more where stock or attributes leave fewer of them. */
    static int most(SearchQuery query) {
        return query.inStock() || !query.attributes().isEmpty() ? LOOK_FAR : 2 * LOOK;
    }

    static String size(SearchQuery query) {
        return SIZE.replace("$narrow", narrow(query)).replace("$most", String.valueOf(SORTED + 1));
    }

    static String vocabulary(String language) {
        return VOCABULARY.replace("$language", language);
    }

    static String useful(String language) {
        return USEFUL.replace("$language", language)
                .replace("$raw", String.valueOf(LOOK))
                .replace("$allowed", Assortment.allows("a", "q"));
    }

    /** By category where there is one: of the two, it has the index that lists fewer. */
    private static String narrow(SearchQuery query) {
        String brand = query.brand() == null ? "" : "a.brand = q.brand";
        String both = query.category() == null || brand.isEmpty() ? "" : " and ";
        return (query.category() == null ? "" : BELOW) + both + brand;
    }

    /** Conditions that are not set are not asked, so that indexes can be used. */
    private static String common(String sql, SearchQuery query) {
        String filtered = (query.category() == null ? "true" : IN_CATEGORY)
                + (query.brand() == null ? "" : " and a.brand = q.brand")
                + (query.inStock() ? " and " + STOCKED : "")
                + (query.attributes().isEmpty() ? "" : " and " + HAVING.strip());
        return sql.replace("$filtered", filtered)
                .replace("$stocked", STOCKED)
                .replace("$allowed", Assortment.allows("a", "q"))
                .replace("$cap", String.valueOf(CAP + 1)); // one more, to know that there is more
    }
}
