-- Invoices and credit notes that were taken from the back office and sent on. One number is one invoice, whoever it is for.
create table invoice (
    id         uuid primary key,
    number     text not null unique,
    kind       text not null check (kind in ('INVOICE', 'CREDIT_NOTE')),
    customer   text not null references customer,
    received   uuid not null references document,         -- as the back office wrote it
    document   uuid not null references document,         -- as the customer gets it
    digest     bytea not null,                            -- SHA-256 of what the back office said
    issued_on  date not null,
    due_on     date,
    currency   text not null,
    net        numeric(18, 2) not null,
    tax        numeric(18, 2) not null,
    payable    numeric(18, 2) not null,
    test       boolean not null default false,
    taken_at   timestamptz not null
);
create index invoice_customer on invoice (customer, taken_at desc, id desc);
create index invoice_taken on invoice (taken_at desc, id desc);
create index invoice_document on invoice (document);

create table invoice_line (
    invoice        uuid not null references invoice,
    position       integer not null,
    number         text not null,
    purchase_order uuid references purchase_order,        -- null: charged without an order
    order_line     text,                                  -- the buyer's line number
    article        text,
    quantity       numeric(18, 6) not null,
    unit           text not null,
    amount         numeric(18, 2) not null,
    primary key (invoice, position)
);
create index invoice_line_order on invoice_line (purchase_order, order_line) where purchase_order is not null;
