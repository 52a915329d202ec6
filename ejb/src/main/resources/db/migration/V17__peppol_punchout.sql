-- Peppol Punch Out 3: what is agreed with each buyer, and the carts that went home.

-- Without a row: no electronic addresses in the document, and the form field and validity below.
create table peppol_connection (
    customer        text primary key references customer,
    seller_endpoint text,                                 -- our electronic address, scheme:value (0208:0987654394)
    buyer_endpoint  text,                                 -- the buyer's
    field_name      text not null default 'catalogue' check (field_name ~ '^[A-Za-z0-9_.~-]{1,60}$'),
    encoding        text not null default 'XML' check (encoding in ('XML', 'BASE64')),
    valid_days      integer not null default 30 check (valid_days between 0 and 365)
);

-- The document of a cart is made once: its time of issue stands in it.
create table peppol_cart (
    reference  text primary key,
    customer   text not null references customer,
    issued_at  timestamptz not null,
    document   text not null,                             -- XML
    findings   text not null default '[]'                 -- JSON list: warnings of the Peppol rules
);
