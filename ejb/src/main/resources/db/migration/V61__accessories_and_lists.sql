-- What is bought together with an article, and who may see and change an order list.

create table article_accessory (
    article   text not null references article on delete cascade,
    accessory text not null references article on delete cascade,
    position  integer not null default 0,
    primary key (article, accessory),
    check (article <> accessory)
);
create index article_accessory_of on article_accessory (accessory);

-- Lists that are there already stay what they were: seen and changed by every buyer of the customer.
alter table order_list
    add column audience text not null default 'CUSTOMER' check (audience in ('BUYER', 'SITE', 'CUSTOMER')),
    add column owner    text,                                   -- the person's login, else the name the buyer's system gave; lower case
    add column site     text,                                   -- address id
    add column by_all   boolean not null default true,          -- whoever sees it may change it, not its owner only
    add check (audience <> 'BUYER' or owner is not null),
    add check ((audience = 'SITE') = (site is not null)),
    add check (by_all or owner is not null);
alter table order_list drop constraint order_list_customer_name_key;
create unique index order_list_name
    on order_list (customer, audience, coalesce(site, ''), (case when audience = 'BUYER' then owner else '' end), name);
