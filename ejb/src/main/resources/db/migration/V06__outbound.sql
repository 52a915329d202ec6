-- The outbox: a document, agreed formats, one channel. Every attempt is kept.

create table delivery (
    id              uuid primary key,
    document        uuid not null references document,
    customer        text not null references customer,
    channel         uuid not null references channel,
    document_type   text not null,
    document_number text not null,
    status          text not null check (status in ('PENDING', 'IN_FLIGHT', 'DELIVERED', 'RETRY', 'PARKED')),
    attempts        integer not null default 0,
    next_attempt_at timestamptz not null,
    lease_until     timestamptz,
    queued_at       timestamptz,                          -- when the id was last sent to the queue; null: not since it fell due
    cause           text,
    created_at      timestamptz not null,
    changed_at      timestamptz not null
);
create index delivery_due on delivery (next_attempt_at) where status in ('PENDING', 'RETRY', 'IN_FLIGHT');
create index delivery_waiting on delivery (customer, next_attempt_at) where status in ('PENDING', 'RETRY');
create index delivery_created on delivery (created_at desc, id desc);
create index delivery_customer on delivery (customer, created_at desc, id desc);
create index delivery_status on delivery (status, created_at desc, id desc);
create index delivery_document on delivery (document);

-- The very bytes that went out, so that a resend sends the same.
create table delivery_part (
    delivery   uuid not null references delivery,
    position   integer not null,
    format     text not null,
    media_type text not null,
    file_name  text not null,
    content    bytea not null,
    primary key (delivery, position)
);

create table delivery_attempt (
    delivery   uuid not null references delivery,
    number     integer not null,
    started_at timestamptz not null,
    ended_at   timestamptz not null,
    outcome    text not null check (outcome in ('DELIVERED', 'RETRY', 'REJECTED')),
    code       text not null,
    detail     text,
    primary key (delivery, number)
);
