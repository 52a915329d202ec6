-- Facets of a search, and words that mean others.

create index article_brand on article (brand, number) where brand is not null;

-- A buyer's word and what else it may mean, one way: (nl, wcd, stopcontact) lets "wcd" find sockets. Without accents, lower case.
create table synonym (
    language text not null check (language in ('nl', 'fr', 'de', 'en')),
    word     text not null check (word = lower(unaccent(word)) and word ~ '^[[:alnum:]]+$'),
    means    text not null check (means ~ '[[:alnum:]]'),
    primary key (language, word, means)
);

-- A question as text of a tsquery in one language: as search_query, and each word also by its synonyms. Null when it has none.
create function synonym_query(question text, of_language text) returns text language sql stable as $$
    select case when bool_or(s.means is not null) then string_agg(
            case when s.means is null then search_query(w.word, ' & ')
                 else '(' || search_query(w.word, ' & ') || ' | ' || s.means || ')' end, ' & ' order by w.position) end
    from regexp_split_to_table(search_text(question), '\s+') with ordinality as w(word, position)
    left join lateral (
        select string_agg('(' || search_query(x.means, ' & ') || ')', ' | ') as means from synonym x
        where x.language = of_language and x.word = unaccent(w.word)) s on true
    where w.word ~ '[[:alnum:]]'
$$;
