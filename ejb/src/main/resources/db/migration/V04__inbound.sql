-- What came in: raw messages, and the documents that were read from them. Documents that go out live in the same table.

create table inbound_message (
    id            uuid primary key,
    received_at   timestamptz not null,
    channel       text not null,                          -- http-cxml, api ...
    customer      text references customer,               -- null: the sender is not known
    reference     text,                                   -- the sender's own id (cXML payloadID, Idempotency-Key)
    kind          text,                                   -- the format's word for what it asks
    format        text,
    content_type  text,
    content       bytea not null,                         -- the bytes as they came
    size          bigint not null,                        -- of the whole message; content of a too large one is its head
    sha256        bytea not null,
    remote        text,
    test          boolean not null default false,
    status        text not null check (status in ('RECEIVED', 'SPLIT', 'PROCESSED', 'PARTLY_PROCESSED', 'REJECTED', 'CONFLICT', 'FAILED')),
    problems      text,                                   -- JSON list of code, location, message
    question      boolean not null default false,         -- answered on its own connection, every time anew
    conflict_with uuid references inbound_message,        -- the message that came first under the same reference
    attempts      integer not null default 0,             -- failures of the machine
    cause         text,
    changed_at    timestamptz not null,
    queued_at     timestamptz                             -- when the id was last sent to the queue
);
-- Same sender, kind and reference: one message only; a conflicting one is kept beside it, outside this index.
create unique index inbound_message_reference on inbound_message (customer, kind, reference)
    where reference is not null and customer is not null and not question and status not in ('REJECTED', 'CONFLICT');
create index inbound_message_received on inbound_message (received_at desc, id desc);
create index inbound_message_customer on inbound_message (customer, received_at desc, id desc);
create index inbound_message_status on inbound_message (status, received_at desc, id desc);
create index inbound_message_waiting on inbound_message (queued_at) where status = 'RECEIVED';
create index inbound_message_ref on inbound_message (reference);

create table document (
    id           uuid primary key,
    direction    text not null check (direction in ('IN', 'OUT')),
    customer     text not null references customer,
    type         text not null,                           -- Order, OrderResponse ...
    number       text not null,
    message      uuid references inbound_message,         -- IN: what it was read from
    position     integer not null default 0,              -- IN: its place in the message
    purchase_order uuid,                                  -- the order it belongs to, once known
    content      text not null,                           -- the record as JSON
    status       text not null check (status in ('PENDING', 'PROCESSED', 'REJECTED', 'CONFLICT', 'FAILED')),
    problems     text,
    attempts     integer not null default 0,
    cause        text,
    created_at   timestamptz not null,
    changed_at   timestamptz not null,
    queued_at    timestamptz
);
create unique index document_message on document (message, position) where message is not null;
create index document_order on document (purchase_order, created_at);
create index document_waiting on document (queued_at) where status = 'PENDING';
create index document_customer on document (customer, created_at desc, id desc);
create index document_number on document (number);
