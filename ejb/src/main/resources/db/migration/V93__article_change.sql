-- What changed of an article for a customer, so that a delta of its price list finds it: a price, a text, a number, a place in the
-- assortment. Kept by the database, because prices and texts come from many writers. Only ever appended to, and forgotten by age.
create table article_change (
    at             timestamptz not null default clock_timestamp(),
    customer       text,                                        -- null: for everybody
    article        text,                                        -- without article, category and group: all
    category       text,                                        -- it and what lies below it
    discount_group text,
    rule           boolean not null default false               -- may have left the assortment
);
-- Rows come in the order of time: a summary per block finds the recent ones and costs a bulk load next to nothing.
create index article_change_at on article_change using brin (at) with (pages_per_range = 16);

-- More than so many in one statement are one note that all may have changed: a delta after such a load is a whole download anyway.
create function many_changes() returns bigint language sql immutable as 'select 50000::bigint';

create function note_articles() returns trigger language plpgsql as $$
begin
    if (select count(*) from (select 1 from changed limit many_changes() + 1) c) > many_changes() then
        insert into article_change (customer) values (null);
    else
        insert into article_change (article) select distinct article from changed;
    end if;
    return null;
end $$;

create function note_customers_articles() returns trigger language plpgsql as $$
begin
    if (select count(*) from (select 1 from changed limit many_changes() + 1) c) > many_changes() then
        insert into article_change (customer) select distinct customer from changed;
    else
        insert into article_change (customer, article) select distinct customer, article from changed;
    end if;
    return null;
end $$;

-- A writer of articles that forgets changed_at is found as well; a new row has it.
create function note_changed_articles() returns trigger language plpgsql as $$
begin
    insert into article_change (article) select n.number from now_so n join was_so w on w.number = n.number
        where (n.active, n.category, n.brand, n.manufacturer, n.manufacturers_id, n.gtin, n.unit, n.minimum, n.step, n.tax_percent,
                n.lead_time_days, n.discount_group, n.list_price, n.currency, n.price_base_quantity)
            is distinct from (w.active, w.category, w.brand, w.manufacturer, w.manufacturers_id, w.gtin, w.unit, w.minimum, w.step,
                w.tax_percent, w.lead_time_days, w.discount_group, w.list_price, w.currency, w.price_base_quantity);
    return null;
end $$;

create function note_discounts() returns trigger language plpgsql as $$
begin
    insert into article_change (customer, discount_group) select distinct customer, discount_group from changed;
    return null;
end $$;

-- The first rule that includes hides everything else, and the last one that goes shows everything.
create function note_rules() returns trigger language plpgsql as $$
begin
    insert into article_change (customer, article, category, rule) select distinct customer, article, category, true from changed;
    insert into article_change (customer) select distinct c.customer from changed c where c.effect = 'INCLUDE'
        and not exists (select r.article, r.category from assortment_rule r where r.customer = c.customer and r.effect = 'INCLUDE'
            except select x.article, x.category from changed x where x.customer = c.customer and x.effect = 'INCLUDE');
    return null;
end $$;

create function note_customers() returns trigger language plpgsql as $$
begin
    insert into article_change (customer) select distinct customer from changed;
    return null;
end $$;

create trigger article_noted after update on article
    referencing old table as was_so new table as now_so for each statement execute function note_changed_articles();

do $$
declare
    watched text[];
begin
    foreach watched slice 1 in array array[
        ['article_text', 'note_articles'],
        ['list_price_scale', 'note_articles'],
        ['article_classification', 'note_articles'],
        ['net_price', 'note_customers_articles'],
        ['buyers_number', 'note_customers_articles'],
        ['customer_discount', 'note_discounts'],
        ['assortment_rule', 'note_rules'],
        ['shopper_rule', 'note_customers'],
        ['article_setting', 'note_customers']]
    loop
        execute format('create trigger %1$s_noted_new after insert on %1$s
            referencing new table as changed for each statement execute function %2$s()', watched[1], watched[2]);
        execute format('create trigger %1$s_noted_change after update on %1$s
            referencing new table as changed for each statement execute function %2$s()', watched[1], watched[2]);
        execute format('create trigger %1$s_noted_old after delete on %1$s
            referencing old table as changed for each statement execute function %2$s()', watched[1], watched[2]);
    end loop;
end $$;

-- A delta also names the articles that are gone, behind the living ones.
alter table oci_download add column living bigint;
