-- Attributes as facets: each of a text's name and value as one key, so that articles can be counted and filtered by them.

create function attribute_keys(attributes text) returns text[] language sql immutable parallel safe
    return coalesce((select array_agg((a ->> 'name') || '=' || (a ->> 'value') order by a ->> 'name')
        from json_array_elements(attributes::json) as a), '{}');

alter table article_text add column facets text[] generated always as (attribute_keys(attributes)) stored;

-- One index of words for each language, since every question is asked in one; and a small one of every sixteenth article, in which a
-- word that half of the catalogue has is found as quickly as a rare one in the large.
drop index article_text_words;
create index article_text_nl on article_text using gin (words) with (fastupdate = off) where language = 'nl';
create index article_text_fr on article_text using gin (words) with (fastupdate = off) where language = 'fr';
create index article_text_de on article_text using gin (words) with (fastupdate = off) where language = 'de';
create index article_text_en on article_text using gin (words) with (fastupdate = off) where language = 'en';
create index article_text_nl_sample on article_text using gin (words) with (fastupdate = off)
    where language = 'nl' and hashtext(article) % 16 = 0;
create index article_text_fr_sample on article_text using gin (words) with (fastupdate = off)
    where language = 'fr' and hashtext(article) % 16 = 0;
create index article_text_de_sample on article_text using gin (words) with (fastupdate = off)
    where language = 'de' and hashtext(article) % 16 = 0;
create index article_text_en_sample on article_text using gin (words) with (fastupdate = off)
    where language = 'en' and hashtext(article) % 16 = 0;
