-- The catalogue: articles and their texts, how they are classified and found, prices and assortments per customer, stock.

-- Both are trusted extensions: the owner of the database may create them, no superuser is needed.
create extension if not exists pg_trgm;
create extension if not exists unaccent;

-- Full text per language, accents ignored; koppel_simple keeps words as they are, for the vocabulary.
create text search configuration koppel_simple (copy = simple);
create text search configuration koppel_nl (copy = dutch);
create text search configuration koppel_fr (copy = french);
create text search configuration koppel_de (copy = german);
create text search configuration koppel_en (copy = english);
alter text search configuration koppel_simple alter mapping for hword, hword_part, word with unaccent, simple;
alter text search configuration koppel_nl alter mapping for hword, hword_part, word with unaccent, dutch_stem;
alter text search configuration koppel_fr alter mapping for hword, hword_part, word with unaccent, french_stem;
alter text search configuration koppel_de alter mapping for hword, hword_part, word with unaccent, german_stem;
alter text search configuration koppel_en alter mapping for hword, hword_part, word with unaccent, english_stem;

-- A number as it is compared: letters and digits only, upper case. Empty becomes null, so that it finds nothing.
create function number_key(number text) returns text language sql immutable parallel safe
    return nullif(upper(regexp_replace(number, '[^A-Za-z0-9]', '', 'g')), '');

-- A GTIN as it is compared: GTIN-8, -12, -13 and -14 differ in leading zeros only.
create function gtin_key(gtin text) returns text language sql immutable parallel safe
    return nullif(ltrim(number_key(gtin), '0'), '');

-- Text as it is indexed and asked for: decimal point, "3 x 2,5" as one word, "16A" as two, hyphens as blanks, no other signs.
create function search_text(words text) returns text language sql immutable parallel safe
    return regexp_replace(
               regexp_replace(
                   regexp_replace(
                       regexp_replace(
                           regexp_replace(lower(translate(words, '²³×', '23x')), '(\d),(\d)', '\1.\2', 'g'),
                           '(\d)\s*x\s*(?=\d)', '\1x', 'g'),
                       '(\d)(mm2|mm|cm|m|ka|ma|a|kw|w|kv|v|lm|ah|k)\y', '\1 \2', 'g'),
                   '(?<!\d)\.|\.(?!\d)', ' ', 'g'),
               '[^[:alnum:].]+', ' ', 'g');

-- A question as text of a tsquery: its words joined by & or |; words of three letters and more also match as a beginning.
create function search_query(question text, joined_by text) returns text language sql immutable parallel safe
    return (select string_agg('''' || word || '''' || case when word ~ '^[[:alpha:]]{3,}$' then ':*' else '' end, joined_by)
            from regexp_split_to_table(search_text(question), '\s+') as word
            where word ~ '[[:alnum:]]');

-- The supplier's own tree: the code of a category begins with its parent's, joined by a point (cable, cable.data).
create table category (
    code     text primary key check (code ~ '^[a-z0-9_-]+(\.[a-z0-9_-]+)*$'),
    position integer not null default 0
);

create table category_text (
    category text not null references category,
    language text not null,
    name     text not null,
    primary key (category, language)
);

create table article (
    number              text primary key check (number <> ''),
    number_key          text collate "C" generated always as (number_key(number)) stored,
    gtin                text,
    gtin_key            text collate "C" generated always as (gtin_key(gtin)) stored,
    manufacturer        text,
    manufacturers_id    text,
    manufacturers_key   text collate "C" generated always as (number_key(manufacturers_id)) stored,
    brand               text,
    category            text references category,
    unit                text not null,                          -- UN/ECE Rec 20; minimum, step, stock and scales count in it
    minimum             numeric(12, 3) not null default 1 check (minimum > 0),
    step                numeric(12, 3) not null default 1 check (step > 0),
    tax_percent         numeric(5, 2) not null default 21,
    lead_time_days      integer not null default 1 check (lead_time_days >= 0),
    successor           text references article deferrable initially deferred,
    discount_group      text,
    list_price          numeric(14, 4) not null check (list_price >= 0),
    currency            text not null default 'EUR',
    price_base_quantity numeric(12, 3) not null default 1 check (price_base_quantity > 0),
    picture             text,                                   -- which drawing shows it
    active              boolean not null default true,
    changed_at          timestamptz not null default now()
);
create index article_number_key on article (number_key);
create index article_gtin_key on article (gtin_key) where gtin_key is not null;
create index article_manufacturers_key on article (manufacturers_key) where manufacturers_key is not null;
create index article_category on article (category, number);
create index article_successor on article (successor) where successor is not null;
create index article_changed on article (changed_at, number);

create table article_text (
    article    text not null references article on delete cascade,
    language   text not null check (language in ('nl', 'fr', 'de', 'en')),
    name       text not null check (name <> '' and length(name) <= 40),   -- OCI and EDI carry 40 characters
    text       text not null default '',
    keywords   text not null default '',                        -- searched, not shown: synonyms, brand
    attributes text not null default '[]',                      -- JSON list of name and value, in this language
    words      tsvector generated always as (
                   setweight(to_tsvector(
                       case language when 'nl' then 'koppel_nl'::regconfig when 'fr' then 'koppel_fr'::regconfig
                           when 'de' then 'koppel_de'::regconfig else 'koppel_en'::regconfig end, search_text(name)), 'A')
                   || setweight(to_tsvector(
                       case language when 'nl' then 'koppel_nl'::regconfig when 'fr' then 'koppel_fr'::regconfig
                           when 'de' then 'koppel_de'::regconfig else 'koppel_en'::regconfig end, search_text(keywords)), 'B')
                   || setweight(to_tsvector(
                       case language when 'nl' then 'koppel_nl'::regconfig when 'fr' then 'koppel_fr'::regconfig
                           when 'de' then 'koppel_de'::regconfig else 'koppel_en'::regconfig end, search_text(text)), 'D')) stored,
    primary key (article, language)
);
create index article_text_words on article_text using gin (words) with (fastupdate = off);   -- read far more than written

create table article_classification (
    article text not null references article on delete cascade,
    scheme  text not null,                                      -- ETIM, UNSPSC, NZI ...
    version text not null default '',
    code    text not null,
    primary key (article, scheme, version, code)
);
create index article_classification_code on article_classification (scheme, code);

create table article_alternative (
    article     text not null references article on delete cascade,
    alternative text not null references article on delete cascade,
    position    integer not null default 0,
    primary key (article, alternative),
    check (article <> alternative)
);
create index article_alternative_of on article_alternative (alternative);

create table buyers_number (
    customer   text not null references customer,
    article    text not null references article on delete cascade,
    number     text not null,
    number_key text collate "C" generated always as (number_key(number)) stored,
    primary key (customer, article, number)
);
create index buyers_number_key on buyers_number (customer, number_key);
create index buyers_number_article on buyers_number (article);

-- List prices from a quantity on, per the article's price_base_quantity.
create table list_price_scale (
    article       text not null references article on delete cascade,
    from_quantity numeric(12, 3) not null check (from_quantity > 0),
    price         numeric(14, 4) not null check (price >= 0),
    primary key (article, from_quantity)
);

-- Of agreements that overlap, the one that began last counts.
create table customer_discount (
    customer       text not null references customer,
    discount_group text not null,
    percent        numeric(5, 2) not null check (percent between 0 and 100),
    valid_from     date not null,
    valid_to       date,                                        -- the last day; null: until further notice
    primary key (customer, discount_group, valid_from)
);

create table net_price (
    customer       text not null references customer,
    article        text not null references article on delete cascade,
    from_quantity  numeric(12, 3) not null default 1 check (from_quantity > 0),
    price          numeric(14, 4) not null check (price >= 0),
    base_quantity  numeric(12, 3) not null default 1 check (base_quantity > 0),
    currency       text not null default 'EUR',
    primary key (customer, article, from_quantity)
);
create index net_price_article on net_price (article);

create table stock (
    article    text primary key references article on delete cascade,
    quantity   numeric(14, 3) not null default 0 check (quantity >= 0),
    restock    date,                                            -- when more comes, where that is known
    changed_at timestamptz not null default now()
);

-- What a customer may see. Without an INCLUDE everything; an EXCLUDE always wins; a category counts with all below it.
create table assortment_rule (
    customer text not null references customer,
    effect   text not null check (effect in ('INCLUDE', 'EXCLUDE')),
    article  text references article on delete cascade,
    category text references category,
    check (num_nonnulls(article, category) = 1)
);
create unique index assortment_rule_article on assortment_rule (customer, effect, article) where article is not null;
create unique index assortment_rule_category on assortment_rule (customer, effect, category) where category is not null;
create index assortment_rule_of on assortment_rule (article) where article is not null;

-- Every word of the texts, for typos; filled anew after an import.
create table vocabulary (
    language  text not null,
    word      text not null,
    frequency integer not null,
    primary key (language, word)
);
create index vocabulary_similar on vocabulary using gist (word gist_trgm_ops);
