-- Punch-out: visits of buyers, the carts they fill, and how carts go home.

create table punchout_visit (
    id            uuid primary key,
    token_hash    bytea not null unique,                  -- SHA-256; the token itself is in the buyer's address bar only
    customer      text not null references customer,
    login         text not null,
    buyer         text,                                   -- the person, where the buyer's system says who
    mechanism     text not null,                          -- OCI
    language      text not null,
    return_url    text not null,                          -- without its query
    return_fields text not null default '[]',             -- JSON list of name and value: the query, and what is echoed
    target        text not null,
    charset       text not null,
    parameters    text not null default '{}',             -- JSON object: what else the call said, never the password
    created_at    timestamptz not null,
    seen_at       timestamptz not null,
    expires_at    timestamptz not null
);
create index punchout_visit_customer on punchout_visit (customer, created_at desc);
create index punchout_visit_expires on punchout_visit (expires_at);

create table cart (
    id             uuid primary key,
    version        bigint not null,
    visit          uuid not null references punchout_visit,
    customer       text not null references customer,
    reference      text not null unique,                  -- travels with every line and comes back with the order
    status         text not null check (status in ('OPEN', 'TRANSFERRED', 'ORDERED', 'CANCELLED', 'EXPIRED')),
    purchase_order uuid,                                  -- the order it became
    created_at     timestamptz not null,
    changed_at     timestamptz not null
);
create unique index cart_open on cart (visit) where status = 'OPEN';
create index cart_visit on cart (visit, created_at desc);
create index cart_parked on cart (customer, changed_at desc) where status = 'TRANSFERRED';

-- All from unit on is empty while the cart is open, and frozen when it goes home.
create table cart_line (
    cart        uuid not null references cart,
    position    integer not null,                         -- from 1
    article     text not null,
    quantity    numeric(14, 3) not null,
    unit        text,
    price       numeric(18, 6),
    currency    text,
    price_base  numeric(18, 6),
    description text,
    item        text,                                     -- JSON of the whole line as it was handed over
    primary key (cart, position)
);

-- What a buyer's OCI expects of us; without a row the plain rules of OCI 4.0 hold.
create table oci_connection (
    customer          text primary key references customer,
    vendor            text,                               -- the supplier's number at the buyer
    matgroup_scheme   text,                               -- classification that is sent as MATGROUP; null: none
    category_scheme   text,                               -- classification that is sent as EXT_CATEGORY_ID; null: none
    matnr_length      integer not null default 40,
    vendormat_length  integer not null default 40
);

-- Failed log-ins, counted over a short window so that secrets cannot be tried out.
create table punchout_failure (
    login    text not null,
    address  text not null,
    failures integer not null,
    since    timestamptz not null,
    primary key (login, address)
);
create index punchout_failure_since on punchout_failure (since);
