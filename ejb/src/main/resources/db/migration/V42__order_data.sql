-- What a buyer says with a cart beside articles and quantities, and what is agreed with a customer about its carts.

create table shop_policy (
    customer       text primary key references customer,
    at_once        text not null default 'NO' check (at_once in ('NO', 'RETURN_NOTHING', 'RETURN_CART')),
    parked_days    integer not null default 30 check (parked_days between 1 and 365),
    notice_days    integer not null default 3 check (notice_days between 0 and 60),   -- before the end; 0: no notice before
    price_cap      numeric(18, 4) check (price_cap > 0),                              -- net price of one unit; null: none
    price_cap_mode text not null default 'REFUSE' check (price_cap_mode in ('WARN', 'REFUSE'))
);

-- What a customer, a site or a person may spend in a period; what is spent is counted from the carts.
create table budget (
    id       uuid primary key,
    customer text not null references customer,
    site     text,
    buyer    text,                                        -- login
    period   text not null check (period in ('MONTH', 'QUARTER', 'YEAR')),
    amount   numeric(18, 2) not null check (amount >= 0),
    mode     text not null default 'REFUSE' check (mode in ('WARN', 'REFUSE')),
    check (num_nonnulls(site, buyer) <= 1)
);
create unique index budget_of on budget (customer, coalesce(site, ''), coalesce(buyer, ''), period);

-- Narrows the customer's assortment for one site or one person; it never widens it.
create table shopper_rule (
    customer text not null references customer,
    site     text,
    buyer    text,                                        -- login
    effect   text not null check (effect in ('INCLUDE', 'EXCLUDE')),
    article  text references article on delete cascade,
    category text references category,
    check (num_nonnulls(site, buyer) = 1),
    check (num_nonnulls(article, category) = 1)
);
create index shopper_rule_of on shopper_rule (customer);

alter table cart
    add column site           text,                       -- address id, once it went home
    add column buyer          text,                       -- login, once it went home
    add column buyer_name     text,
    add column wished_site    text,
    add column cost_centre    text,                       -- of lines without their own
    add column card_text      text,
    add column net            numeric(18, 2),             -- as it went home
    add column transferred_at timestamptz,
    add column parked_until   timestamptz,
    add column noticed_at     timestamptz,                -- when its buyer was told that it will expire
    add column at_once        boolean not null default false;

alter table cart_line
    add column wanted_date date,
    add column cost_centre text,
    add column note        text;

create table cart_logo (
    cart    uuid primary key references cart on delete cascade,
    content bytea not null                                -- PNG, drawn anew from what was uploaded
);

update cart c set transferred_at = changed_at, parked_until = changed_at + interval '30 days',
    net = (select coalesce(sum(round(l.price / l.price_base * l.quantity, 2)), 0) from cart_line l where l.cart = c.id)
where status in ('TRANSFERRED', 'ORDERED');

create index cart_waiting on cart (parked_until) where status = 'TRANSFERRED';
create index cart_transferred on cart (transferred_at desc, id desc) where transferred_at is not null;
create index cart_spent on cart (customer, transferred_at) where status in ('TRANSFERRED', 'ORDERED');
drop index cart_parked;
create index cart_parked on cart (customer, changed_at desc) where transferred_at is not null;

-- When work on parked carts was last taken up: one node does it.
create table cart_turn (
    id       integer primary key check (id = 1),
    taken_at timestamptz not null
);
insert into cart_turn values (1, 'epoch');
