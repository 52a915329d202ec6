package org.koppel.catalogue;

/** The statements behind {@link Search}. */
final class SearchSql {
    /** A broad question is ranked among this many articles; more would cost time and help nobody. */
    static final int CAP = 1000;

    /** Texts with the words that are looked at first: enough for {@link #CAP} where nothing narrows the question much. */
    static final int LOOK = 3 * CAP;

    /** Texts that are looked at when {@link #LOOK} did not fill the answer: for narrow assortments and filters. */
    static final int LOOK_FAR = 20 * CAP;

    private static final String ASKED = """
            with asked as (select ?::text as customer, ?::text as language, ?::text as category, ?::text as brand,
                ?::text[] as attributes, ?::text as question,
                ?::text as words, ?::boolean as everywhere),
            """;
    private static final String STOCKED =
            "exists (select 1 from stock s where s.article = a.number and s.quantity >= a.minimum)";
    private static final String HAVING = """
            (select t.facets from article_text t where t.article = a.number
                order by t.language = q.language desc, t.language = 'en' desc, t.language limit 1) @> q.attributes
            """;
    private static final String IN_CATEGORY =
            "(q.category is null or a.category = q.category or starts_with(a.category, q.category || '.'))";

    /**
     * Articles by rank: 0-3 the very number (supplier's, buyer's, manufacturer's, GTIN), 10-13 its beginning, 20 words, 30-33
     * the beginning of a number without digits, which more likely is a word. Parameters: customer, language, category,
     * brand, attributes, question, words (a tsquery's text; null: the question's), everywhere; arrays of languages and their configurations.
     */
    static final String CANDIDATES = (ASKED + """
            keys as materialized (select number_key(question) collate "C" as k, gtin_key(question) collate "C" as g, length(number_key(question)) >= 3 as long,
                case when question ~ '\\d' then 10 else 30 end as prefix from asked),
            languages as materialized (
                select l.language, to_tsquery(l.config::regconfig, o.words) as query,
                    to_tsquery(l.config::regconfig, replace(o.words, ':*', '')) as whole
                from asked q, lateral (select coalesce(q.words, search_query(q.question, ' & ')) as words) p,
                    unnest(?::text[], ?::text[]) as l(language, config),
                    lateral (select coalesce(q.words, synonym_query(q.question, l.language), p.words) as words) o),
            numbers as (
                select a.number, case when a.number_key = k then 0 else prefix end as rank from keys, article a
                where a.number_key >= k and a.number_key < k || case when long then '~' else '!' end
                union all
                select b.article, case when b.number_key = k then 1 else prefix + 1 end from asked q, keys, buyers_number b
                where b.customer = q.customer
                and b.number_key >= k and b.number_key < k || case when long then '~' else '!' end
                union all
                select a.number, case when a.manufacturers_key = k then 2 else prefix + 2 end from keys, article a
                where a.manufacturers_key >= k and a.manufacturers_key < k || case when long then '~' else '!' end
                union all
                select a.number, case when a.gtin_key = g then 3 else prefix + 3 end from keys, article a
                where a.gtin_key >= g and a.gtin_key < g || case when long then '~' else '!' end),
            by_number as (
                select n.number, a.category, n.rank, 0::real as score from asked q, numbers n
                join article a on a.number = n.number
                where (a.active or n.rank < 4) and $filtered and $allowed
                order by n.rank, n.number limit $cap),
            matched as materialized (
                select t.article, l.language, ts_rank(t.words, l.query)
                    + case when t.words @@ l.whole then 1 else 0 end as score
                from languages l join article_text t on t.language = l.language and t.words @@ l.query
                limit $raw),
            by_words as (
                select a.number, a.category, 20 as rank,
                    m.score + case when m.language = q.language then 1 else 0 end as score
                from asked q, matched m join article a on a.number = m.article
                where a.active and $filtered and $allowed
                and (q.everywhere or m.language = q.language or not exists (
                    select 1 from article_text o where o.article = m.article and o.language = q.language))
                order by score desc, a.number limit $cap)
            select f.number, f.category, a.brand, $stocked as stocked, (select count(*) from matched) as looked
            from (values (1)) as one left join (select number, category, min(rank) as rank, max(score) as score
                from (select * from by_number union all select * from by_words) b
                group by number, category order by min(rank), max(score) desc, number limit $cap) f on true
            left join article a on a.number = f.number
            order by f.rank, f.score desc, f.number
            """)
            .replace("$stocked", STOCKED)
            .replace("$allowed", Assortment.allows("a", "q"))
            .replace("$cap", String.valueOf(CAP + 1)); // one more, to know that there is more

    /** All articles that the filters leave, by number. Parameters: customer, language, category, brand, attributes. */
    static final String BROWSE = """
            with asked as (select ?::text as customer, ?::text as language, ?::text as category, ?::text as brand,
                ?::text[] as attributes)
            select a.number, a.category, a.brand, $stocked as stocked, 0 as looked from asked q, article a
            where a.active and $filtered and $allowed
            order by a.number limit $cap
            """.replace("$stocked", STOCKED)
            .replace("$allowed", Assortment.allows("a", "q"))
            .replace("$cap", String.valueOf(CAP + 1)); // one more, to know that there is more

    /**
     * The words of a question: whether the language has one that begins so, those that contain it, those that look like it,
     * nearest first. Words with digits are not looked up. Parameters: language, question.
     */
    static final String VOCABULARY = """
            select w.word, w.word !~ '^[[:alpha:]]+$' or exists (
                    select 1 from vocabulary v where v.language = q.language and v.word like w.word || '%') as known,
                (select array_agg(word order by frequency desc, word) from (
                    select v.word, v.frequency from vocabulary v
                    where v.language = q.language and length(w.word) >= 4 and v.word like '%' || w.word || '%'
                    order by v.frequency desc, v.word limit 8) i) as inside,
                (select array_agg(word order by distance, frequency desc, word) from (
                    select v.word, v.frequency, v.word <-> w.word as distance from vocabulary v
                    where v.language = q.language and w.word ~ '^[[:alpha:]]+$'
                    order by v.word <-> w.word limit 20) n) as near
            from (select ?::text as language, ?::text as question) q,
                regexp_split_to_table(unaccent(search_text(q.question)), '\\s+') with ordinality as w(word, position)
            where w.word ~ '[[:alnum:]]' order by w.position limit 12
            """;

    /** Those of some words by which the customer finds something. Parameters: customer, words, configuration. */
    static final String USEFUL = """
            with asked as (select ?::text as customer)
            select w.word from asked q, unnest(?::text[]) with ordinality as w(word, position)
            where exists (select 1 from article_text t join article a on a.number = t.article
                where t.words @@ to_tsquery(?::regconfig, quote_literal(w.word)) and a.active and $allowed)
            order by w.position
            """.replace("$allowed", Assortment.allows("a", "q"));

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

    /**
     * A statement with the conditions of a question's filters; those that are not set are not asked, so that indexes can be used.
     *
     * @param look how many texts with the words are looked at
     */
    static String filtered(String sql, SearchQuery query, int look) {
        String filtered = (query.category() == null ? "true" : IN_CATEGORY)
                + (query.brand() == null ? "" : " and a.brand = q.brand")
                + (query.inStock() ? " and " + STOCKED : "")
                + (query.attributes().isEmpty() ? "" : " and " + HAVING.strip());
        return sql.replace("$filtered", filtered).replace("$raw", String.valueOf(look));
    }
}
