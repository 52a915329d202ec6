package org.koppel.catalogue;

/** The statements behind {@link Search}. */
final class SearchSql {
    /** A broad question is ranked among this many articles; more would cost time and help nobody. */
    static final int CAP = 2000;

    private static final String ASKED = """
            with asked as (select ?::text as customer, ?::text as language, ?::text as category, ?::text as question,
                ?::text as words, ?::boolean as everywhere),
            """;
    private static final String IN_CATEGORY =
            "(q.category is null or a.category = q.category or starts_with(a.category, q.category || '.'))";

    /**
     * Articles by rank: 0-3 the very number (supplier's, buyer's, manufacturer's, GTIN), 10-13 its beginning, 20 words, 30-33
     * the beginning of a number without digits, which more likely is a word. Parameters: customer, language, category,
     * question, words (a tsquery's text; null: the question's), everywhere; arrays of languages and their configurations.
     */
    static final String CANDIDATES = (ASKED + """
            keys as materialized (select number_key(question) collate "C" as k, gtin_key(question) collate "C" as g, length(number_key(question)) >= 3 as long,
                case when question ~ '\\d' then 10 else 30 end as prefix from asked),
            languages as materialized (
                select l.language, to_tsquery(l.config::regconfig, o.words) as query,
                    to_tsquery(l.config::regconfig, replace(o.words, ':*', '')) as whole
                from asked q, lateral (select coalesce(q.words, search_query(q.question, ' & ')) as words) o,
                    unnest(?::text[], ?::text[]) as l(language, config)),
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
                where (a.active or n.rank < 4) and $category and $allowed
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
                where a.active and $category and $allowed
                and (q.everywhere or m.language = q.language or not exists (
                    select 1 from article_text o where o.article = m.article and o.language = q.language))
                limit $cap)
            select number, category from (select * from by_number union all select * from by_words) f
            group by number, category order by min(rank), max(score) desc, number limit $cap
            """)
            .replace("$category", IN_CATEGORY)
            .replace("$allowed", Assortment.allows("a", "q"))
            .replace("$raw", String.valueOf(10 * CAP))
            .replace("$cap", String.valueOf(CAP));

    /** All articles of a category, by number. Parameters: customer, category. */
    static final String BROWSE = """
            with asked as (select ?::text as customer, ?::text as category)
            select a.number, a.category from asked q, article a
            where a.active and $category and $allowed
            order by a.number limit $cap
            """.replace("$category", IN_CATEGORY)
            .replace("$allowed", Assortment.allows("a", "q"))
            .replace("$cap", String.valueOf(CAP));

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

    /** Every category with the number of living articles the customer can see in it (not below). Parameters: customer, language. */
    static final String CATEGORY_COUNTS = """
            with asked as (select ?::text as customer, ?::text as language),
            counts as (select a.category, count(*) as articles from asked q, article a
                where a.active and $allowed group by a.category)
            select c.code, coalesce(t.name, c.code) as name, coalesce(n.articles, 0) as articles
            from asked q, category c
            left join counts n on n.category = c.code
            left join lateral (select x.name from category_text x where x.category = c.code
                order by x.language = q.language desc, x.language = 'en' desc, x.language limit 1) t on true
            order by c.position, c.code
            """.replace("$allowed", Assortment.allows("a", "q"));

    private SearchSql() {}
}
