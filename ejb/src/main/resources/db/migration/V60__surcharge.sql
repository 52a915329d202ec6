-- What comes on top of an article's price by law or agreement: Recupel, Ecotax, Sabam, Reprobel. And what a customer is shown.

create table surcharge (
    number      text primary key check (number <> ''),          -- what its lines carry; no article may have it
    number_key  text collate "C" generated always as (number_key(number)) stored,
    tax_percent numeric(5, 2),                                  -- null: the article's
    position    integer not null default 0
);
create unique index surcharge_number_key on surcharge (number_key);

create table surcharge_text (
    surcharge text not null references surcharge on delete cascade,
    language  text not null check (language in ('nl', 'fr', 'de', 'en')),
    name      text not null check (name <> '' and length(name) <= 40),
    primary key (surcharge, language)
);

-- The amount for one order unit or, where it is due by weight, for one kilogram: then it is told how much a unit weighs. A customer's own amount goes before its country's, that before everybody's; of several, the
-- one that began last. An amount of zero says that none is due.
create table article_surcharge (
    article    text not null references article on delete cascade,
    surcharge  text not null references surcharge on delete cascade,
    customer   text references customer,
    country    text,                                            -- ISO 3166 of the customer; null: everywhere
    amount     numeric(16, 6) not null check (amount >= 0),
    kilograms  numeric(14, 6) check (kilograms > 0),            -- what one order unit weighs; null: the amount is for the unit
    currency   text not null default 'EUR',
    valid_from date not null,
    valid_to   date                                             -- the last day; null: until further notice
);
-- null is one value here; on expressions, because a constraint can say so from PostgreSQL 15 on only
create unique index article_surcharge_place on article_surcharge
    (article, surcharge, (coalesce(customer, '')), (coalesce(country, '')), currency, valid_from);

-- Without a row: surcharges on lines of their own, stock as a figure.
create table article_setting (
    customer   text primary key references customer,
    surcharges text not null default 'OWN_LINE' check (surcharges in ('OWN_LINE', 'IN_PRICE', 'NOT_RETURNED')),
    stock      text not null default 'FIGURE' check (stock in ('FIGURE', 'LIGHT', 'HIDDEN'))
);
