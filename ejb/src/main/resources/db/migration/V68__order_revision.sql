-- Changes and cancellations of orders that were taken, and how the order stood before each. Refused ones are documents only.
create table purchase_order_revision (
    id                uuid primary key,
    purchase_order    uuid not null references purchase_order,
    number            integer not null,                   -- ours, from 1
    kind              text not null check (kind in ('CHANGE', 'CANCELLATION')),
    status            text not null check (status in ('PENDING', 'APPLIED', 'REFUSED', 'SUPERSEDED')),
    document          uuid not null references document,  -- the change as it came
    own_number        text not null,                      -- the change's own, or the order's
    label             text,                               -- the buyer's version of the order or count of changes
    digest            bytea not null,                     -- SHA-256 of what it says, without its envelope
    message_reference text,                               -- the buyer's id of the message it came in
    content           text,                               -- JSON: the order as it stands with it; null for a cancellation
    before_status     text not null,
    before_net        numeric(18, 2) not null,
    before_lines      text not null,                      -- JSON list
    received_at       timestamptz not null,
    changed_at        timestamptz not null
);
create unique index purchase_order_revision_number on purchase_order_revision (purchase_order, number);
create index purchase_order_revision_document on purchase_order_revision (document);

alter table purchase_order
    add column revision integer not null default 0,       -- the last one that was applied
    add column occasion text;                             -- JSON: the change or cancellation that was answered last
