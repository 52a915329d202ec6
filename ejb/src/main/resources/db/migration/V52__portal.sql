-- The customer's own pages: its administrators, what they may switch, and who changed what.

-- Sites and buyers are never deleted, because orders refer to them: they are switched off.
alter table site add column active boolean not null default true;
alter table site add column standard boolean not null default false;      -- proposed where nobody says another
create unique index site_standard on site (customer) where standard;
alter table buyer add column active boolean not null default true;
alter table buyer drop constraint buyer_customer_site_fkey;
alter table buyer add constraint buyer_site foreign key (customer, site) references site on update cascade;

-- A credential of one buyer instead of the whole customer; it ends when the buyer is switched off.
alter table credential add column buyer text;
alter table credential add constraint credential_buyer foreign key (customer, buyer) references buyer;
create unique index credential_of_buyer on credential (customer, buyer, kind) where buyer is not null;

-- Couplings that are switched off for a customer; without a row they are on.
create table coupling_off (
    customer text not null references customer,
    kind     text not null check (kind in ('OCI', 'CXML', 'API_KEY')),
    since    timestamptz not null,
    who      text not null,
    primary key (customer, kind)
);

create table portal_user (
    name          text primary key,                       -- lower case; what the person logs in with
    customer      text not null references customer,
    full_name     text not null,
    password_hash text,                                   -- algorithm$iterations$salt$hash; null until the invitation is taken
    active        boolean not null default true,
    created_at    timestamptz not null,
    last_login_at timestamptz
);
create index portal_user_customer on portal_user (customer, name);

-- At most one open invitation a person; taking it, or a newer one, removes it.
create table portal_invitation (
    user_name  text primary key references portal_user on delete cascade,
    token_hash bytea not null unique,                     -- SHA-256; the token itself is in the link only
    expires_at timestamptz not null
);

create table portal_login_failure (
    name         text not null,
    address      text not null,
    failures     integer not null,
    last_at      timestamptz not null,
    locked_until timestamptz,
    primary key (name, address)
);

create table portal_session (
    token_hash   bytea primary key,                       -- SHA-256; the token itself is in the cookie only
    user_name    text not null references portal_user on delete cascade,
    created_at   timestamptz not null,
    last_seen_at timestamptz not null
);
create index portal_session_created on portal_session (created_at);

-- Whom an entry concerns, so that a customer can read its own.
alter table audit_entry add column customer text;
create index audit_entry_customer on audit_entry (customer, id desc) where customer is not null;

-- A customer's open commitments, without its history.
create index purchase_order_open on purchase_order (customer)
    where status in ('RECEIVED', 'HELD', 'CONFIRMED', 'CONFIRMED_WITH_CHANGES', 'PARTLY_DESPATCHED');
