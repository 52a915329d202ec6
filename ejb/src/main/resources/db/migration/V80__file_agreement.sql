-- How files with rows (CSV, XLSX) of a customer are read: which column holds what, and how numbers and days are written. One for all of
-- the customer's messages, and one for each way in that differs.
create table file_agreement (
    id         uuid primary key,
    customer   text not null references customer,
    way_in     uuid references way_in on delete cascade,  -- null: wherever nothing else is agreed
    options    text not null,                             -- JSON object of texts
    changed_at timestamptz not null,
    changed_by text not null
);
create unique index file_agreement_customer on file_agreement (customer) where way_in is null;
create unique index file_agreement_way on file_agreement (way_in) where way_in is not null;

-- By which way in a message came: it is read a second time after it was stored.
alter table inbound_message add column way_in uuid references way_in on delete set null;
create index inbound_message_way_in on inbound_message (way_in) where way_in is not null;
