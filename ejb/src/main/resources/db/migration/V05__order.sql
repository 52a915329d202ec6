-- Purchase orders: what we know of a buyer's order now.

create table purchase_order (
    id            uuid primary key,
    version       bigint not null,
    customer      text not null references customer,
    number        text not null,                          -- the buyer's
    status        text not null check (status in ('RECEIVED', 'HELD', 'CONFIRMED', 'CONFIRMED_WITH_CHANGES', 'REJECTED',
                      'PARTLY_DESPATCHED', 'DESPATCHED', 'INVOICED', 'CANCELLED')),
    document      uuid not null references document,      -- the order as it came
    digest        bytea not null,                         -- SHA-256 of what the order says, without its envelope
    currency      text not null,
    test          boolean not null default false,
    site          text,                                   -- address id of the customer's site
    cart          uuid,                                   -- the parked cart it came from
    issued_at     timestamptz not null,
    received_at   timestamptz not null,
    changed_at    timestamptz not null,
    net           numeric(18, 2) not null default 0,
    held_for      text,                                   -- why a person is needed
    cart_differences text,                                -- JSON list: line, field, cart, order
    line_count    integer not null
);
create unique index purchase_order_number on purchase_order (customer, number);
create index purchase_order_received on purchase_order (received_at desc, id desc);
create index purchase_order_customer on purchase_order (customer, received_at desc, id desc);
create index purchase_order_status on purchase_order (status, received_at desc, id desc);
create index purchase_order_only_number on purchase_order (number);

create table purchase_order_line (
    purchase_order uuid not null references purchase_order,
    position       integer not null,
    number         text not null,                         -- the buyer's line number
    article        text,                                  -- ours, once recognised
    description    text,
    quantity       numeric(18, 6) not null,
    unit           text not null,
    expected_price numeric(18, 6),                        -- what the buyer expects, per one
    agreed_price   numeric(18, 6),                        -- ours, per one
    status         text check (status in ('ACCEPTED', 'CHANGED', 'BACKORDERED', 'REJECTED')),
    confirmed      numeric(18, 6),
    delivery_date  date,
    backordered    numeric(18, 6),
    backorder_date date,
    remarks        text,                                  -- JSON list of reasons (code, text)
    references_    text,                                  -- JSON list of references (kind, name, value)
    primary key (purchase_order, position)
);

alter table document add constraint document_purchase_order foreign key (purchase_order) references purchase_order;
