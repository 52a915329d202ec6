-- The counts of the category tree, kept until the catalogue changes.

-- Its sum is the catalogue's version. A writer takes any slot that nobody holds, so that imports never wait for each other here.
create table catalogue_version (
    slot    integer primary key,
    version bigint not null default 0
);
insert into catalogue_version (slot) select generate_series(0, 63);

create function count_catalogue_change() returns void language plpgsql as $$
begin
    update catalogue_version set version = version + 1
        where slot = (select slot from catalogue_version order by slot limit 1 for update skip locked);
    if not found then
        insert into catalogue_version (slot, version) select -pg_backend_pid() - 1, 1
            on conflict (slot) do update set version = catalogue_version.version + 1;
    end if;
end $$;

create function catalogue_changed() returns trigger language plpgsql as $$
begin
    perform count_catalogue_change();
    return null;
end $$;

create function articles_changed() returns trigger language plpgsql as $$
begin
    if exists (select 1 from changed) then
        perform count_catalogue_change();
    end if;
    return null;
end $$;

-- A new price or name of an article leaves the tree as it is.
create function articles_moved() returns trigger language plpgsql as $$
begin
    if exists (select 1 from now_so n full join was_so w on w.number = n.number
            where (n.number, n.category, n.active) is distinct from (w.number, w.category, w.active)) then
        perform count_catalogue_change();
    end if;
    return null;
end $$;

create trigger article_added after insert on article
    referencing new table as changed for each statement execute function articles_changed();
create trigger article_removed after delete on article
    referencing old table as changed for each statement execute function articles_changed();
create trigger article_moved after update on article
    referencing old table as was_so new table as now_so for each statement execute function articles_moved();
create trigger category_changed after insert or update or delete on category
    for each statement execute function catalogue_changed();
create trigger category_text_changed after insert or update or delete on category_text
    for each statement execute function catalogue_changed();
create trigger assortment_rule_changed after insert or update or delete on assortment_rule
    for each statement execute function catalogue_changed();

-- What one assortment holds of each category itself, as of a version: a JSON list of code, number of articles, and the first of them.
create table category_count (
    assortment text primary key,                                -- the customer; empty: of everybody without rules
    version    bigint not null,
    counts     text not null
);
