package org.koppel.catalogue;

/** The statements behind {@link Categories}. */
final class CategorySql {
    /** Version of the catalogue. */
    static final String VERSION = "select sum(version)::bigint as version from catalogue_version";

    /** Version of the catalogue, and whether the customer has an assortment of its own. Parameter: customer. */
    static final String STATE = """
            select (select sum(version)::bigint from catalogue_version) as version,
                exists (select 1 from assortment_rule where customer = ?) as own
            """;

    /** What is kept of an assortment. Parameters: assortment, version. */
    static final String KEPT = "select version, counts from category_count where assortment = ? and version >= ?";

    /**
     * Counts living articles and keeps the result; of a version, because one statement sees one state. Rules are applied to whole
     * categories, and to single articles only where a rule names one: a customer's count costs no more than everybody's.
     * Parameters: customer, assortment.
     */
    static final String COUNT = """
            with asked as materialized (select ?::text as customer, ?::text as assortment,
                    (select sum(version)::bigint from catalogue_version) as version),
            totals as materialized (select category, count(*) as articles from article
                where active and category is not null group by category),
            named as (select a.category, count(*) filter (where x.effect = 'EXCLUDE') as excluded,
                    count(*) filter (where x.effect = 'INCLUDE' and not exists (select 1 from assortment_rule e
                        where e.customer = x.customer and e.effect = 'EXCLUDE' and e.article = x.article)) as included
                from asked q join assortment_rule x on x.customer = q.customer join article a on a.number = x.article
                where a.active group by a.category),
            ruled as (select c.code,
                    exists (select 1 from assortment_rule x where x.customer = q.customer and x.effect = 'EXCLUDE'
                        and (c.code = x.category or starts_with(c.code, x.category || '.'))) as closed,
                    not exists (select 1 from assortment_rule x where x.customer = q.customer and x.effect = 'INCLUDE')
                    or exists (select 1 from assortment_rule x where x.customer = q.customer and x.effect = 'INCLUDE'
                        and (c.code = x.category or starts_with(c.code, x.category || '.'))) as open
                from asked q, category c),
            counts as (select r.code, case when r.closed then 0
                    when r.open then coalesce(t.articles, 0) - coalesce(n.excluded, 0)
                    else coalesce(n.included, 0) end as articles
                from ruled r left join totals t on t.category = r.code left join named n on n.category = r.code),
            shown as (select coalesce(json_agg(json_build_array(c.code, c.articles, e.number) order by c.code), '[]')::text as counts
                from counts c cross join asked q left join lateral (
                    select a.number from article a where a.category = c.code and a.active and $allowed
                    order by a.number limit 1) e on true
                where c.articles > 0)
            insert into category_count as kept (assortment, version, counts)
            select q.assortment, q.version, s.counts from asked q, shown s
            on conflict (assortment) do update set version = excluded.version, counts = excluded.counts
            returning version, counts
            """.replace("$allowed", Assortment.allows("a", "q"));

    /**
     * What a shopper's rules leave of a customer's counts, which are kept. Only articles that a rule names are looked at. Parameters:
     * customer, site, buyer, assortment.
     */
    static final String NARROWED = """
            with asked as materialized (select ?::text as customer, ?::text as assortment),
            kept as materialized (select k.version, k.counts::json as counts from asked q join category_count k using (assortment)),
            whole as (select c ->> 0 as code, (c ->> 1)::integer as articles from kept k, json_array_elements(k.counts) c),
            ruled as (select w.code, w.articles,
                    exists (select 1 from $excluded and (w.code = x.category or starts_with(w.code, x.category || '.'))) as closed,
                    not exists (select 1 from $included)
                    or exists (select 1 from $included and (w.code = x.category or starts_with(w.code, x.category || '.'))) as open
                from asked q, whole w),
            named as (select a.category, a.number,
                    exists (select 1 from $excluded and x.article = a.number) as excluded,
                    exists (select 1 from $included and x.article = a.number) as included
                from asked q, article a
                where a.number in (select x.article from $rules and x.article is not null) and a.active and $customers),
            counts as (select r.code, case when r.closed then 0
                    when r.open then r.articles - (select count(*) from named n where n.category = r.code and n.excluded)
                    else (select count(*) from named n where n.category = r.code and n.included and not n.excluded)
                    end as articles,
                    case when not r.open then (select min(n.number) from named n
                        where n.category = r.code and n.included and not n.excluded) end as example
                from ruled r)
            select k.version, (select coalesce(json_agg(json_build_array(c.code, c.articles, coalesce(c.example,
                        (select a.number from article a where a.category = c.code and a.active and $allowed
                        order by a.number limit 1))) order by c.code), '[]')::text
                    from counts c cross join asked q where c.articles > 0) as counts
            from kept k
            """.replace("$excluded", Assortment.shoppers("EXCLUDE"))
            .replace("$included", Assortment.shoppers("INCLUDE"))
            .replace("$rules", Assortment.RULED)
            .replace("$customers", Assortment.customers("a", "q"))
            .replace("$allowed", Assortment.allows("a", "q"));

    /** Every category's name, in the supplier's order. Parameter: language. */
    static final String NAMES = """
            select c.code, coalesce(t.name, c.code) as name from (select ?::text as language) q, category c
            left join lateral (select x.name from category_text x where x.category = c.code
                order by x.language = q.language desc, x.language = 'en' desc, x.language limit 1) t on true
            order by c.position, c.code
            """;

    /** Words of a question as they are asked of names, in the buyer's language and in that which stands in. */
    private static final String LANGUAGES = """
            with asked as (select ?::text as question),
            languages as materialized (select l.language, l.place, to_tsquery(l.config::regconfig, o.words) as query,
                    to_tsquery(l.config::regconfig, replace(o.words, ':*', '')) as whole
                from asked q, unnest((select ?::text[]), (select ?::text[])) with ordinality as l(language, config, place),
                    lateral (select coalesce(synonym_query(q.question, l.language), search_query(q.question, ' & ')) as words) o)
            """;

    /**
     * Categories with all words of a question in their names, those with the very words first; an English name where there is none in
     * the buyer's language. Parameters: question; arrays of languages and their configurations.
     */
    static final String NAMED = LANGUAGES + """
            select t.category from languages l join category_text t on t.words @@ l.query and t.language = l.language
            where l.place = 1 or not exists (select 1 from category_text o, languages f
                where f.place = 1 and o.category = t.category and o.language = f.language)
            order by t.words @@ l.whole desc, length(t.name), t.category limit $most
            """.replace("$most", String.valueOf(CategorySearch.LOOK));

    /** Categories in whose names every word of a question is, or one nearly written so; nearest first. Parameters: question, language. */
    static final String NEAR = """
            with words as materialized (select w.word from regexp_split_to_table(unaccent(search_text(?::text)), '\\s+') as w(word)
                where w.word ~ '^[[:alpha:]]{4,40}$' limit 12)
            select t.category from (select x.category, unaccent(lower(x.name)) as name from category_text x where x.language = ?::text) t,
                lateral (select min(word_similarity(w.word, t.name)) as least from words w) n
            where n.least >= $least
            order by n.least desc, length(t.name), t.category limit $most
            """.replace("$least", "0.5").replace("$most", String.valueOf(CategorySearch.LOOK));

    private CategorySql() {}
}
