-- Categories are found by their names, with the words as the texts of articles have theirs.

alter table category_text add column words tsvector generated always as (
    to_tsvector(
        case language when 'nl' then 'koppel_nl'::regconfig when 'fr' then 'koppel_fr'::regconfig
            when 'de' then 'koppel_de'::regconfig else 'koppel_en'::regconfig end, search_text(name))) stored;
create index category_text_words on category_text using gin (words) with (fastupdate = off);

-- The words of names are words of the catalogue, by which typos are recognised; frequency 0, as no article needs to have them.
insert into vocabulary (language, word, frequency)
select l.language, w.word, 0 from (values ('nl'), ('fr'), ('de'), ('en')) l(language), lateral ts_stat(format(
    'select to_tsvector(''koppel_simple'', search_text(name)) from category_text where language = %L', l.language)) w
where w.word ~ '^[[:alpha:]]{3,40}$'
on conflict do nothing;
