-- A delta of a price list asks for the amounts that began or ended since.
create index article_surcharge_valid_from on article_surcharge (valid_from);
create index article_surcharge_valid_to on article_surcharge (valid_to) where valid_to is not null;
