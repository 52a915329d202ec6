-- What a customer's administrator grants: a rule can be named, and stands there once.
alter table shopper_rule add column id bigint generated always as identity primary key;
create unique index shopper_rule_once on shopper_rule
    (customer, coalesce(site, ''), coalesce(buyer, ''), effect, coalesce(article, ''), coalesce(category, ''));
