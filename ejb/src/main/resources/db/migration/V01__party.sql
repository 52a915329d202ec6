-- Parties: the supplier, its customers, their sites and buyers, credentials and agreed channels.

create table supplier (
    id           integer primary key check (id = 1),   -- one supplier per installation
    name         text not null,
    vat_number   text,
    gln          text,
    duns         text,
    street       text,
    postal_code  text,
    city         text,
    country      text,
    email        text,
    telephone    text,
    website      text,
    iban         text
);

create table customer (
    id                text primary key,
    name              text not null,
    language          text not null default 'en',
    currency          text not null default 'EUR',
    vat_number        text,
    gln               text,
    duns              text,
    peppol_id         text,
    street            text,
    postal_code       text,
    city              text,
    country           text,
    order_policy      text not null default 'AUTO' check (order_policy in ('AUTO', 'DESK', 'BACK_OFFICE')),
    tolerance_percent numeric(7, 4) not null default 0.5,
    tolerance_amount  numeric(12, 4) not null default 0.01,
    created_at        timestamptz not null default now()
);

create table site (
    customer    text not null references customer,
    address_id  text not null,
    gln         text,
    name        text not null,
    street      text,
    postal_code text,
    city        text,
    country     text,
    primary key (customer, address_id)
);

create table buyer (
    customer text not null references customer,
    login    text not null,
    name     text not null,
    email    text,
    site     text,
    primary key (customer, login),
    foreign key (customer, site) references site (customer, address_id)
);

-- API keys and OCI secrets are generated and only compared: SHA-256. cXML secrets are needed again for CredentialMac: encrypted.
create table credential (
    id               uuid primary key,
    customer         text references customer,           -- null: the supplier's own back office
    kind             text not null check (kind in ('API_KEY', 'OCI', 'CXML')),
    domain           text not null default '',
    identity         text not null,
    secret_hash      bytea,
    secret_encrypted bytea,
    created_at       timestamptz not null default now(),
    check ((secret_hash is null) <> (secret_encrypted is null)),
    check (customer is not null or kind = 'API_KEY')
);
create unique index credential_identity on credential (kind, lower(domain), lower(identity));
create index credential_customer on credential (customer);

-- Where a customer's browsers may be sent back to: scheme://host[:port]; port * means any.
create table allowed_origin (
    customer text not null references customer,
    origin   text not null,
    primary key (customer, origin)
);

-- How answers go: document type x formats x transport x settings; secrets among the settings are encrypted.
create table channel (
    id            uuid primary key,
    customer      text not null references customer,
    document_type text not null,
    formats       text not null,                          -- comma-separated format ids; they travel together
    transport     text not null,
    settings      text not null default '{}',             -- JSON object of texts
    active        boolean not null default true
);
create index channel_customer on channel (customer, document_type);
