-- Attempts at a row that was brought again and that have no end yet: their server ended during them.
alter table inbound_message add column begun smallint not null default 0;
alter table document add column begun smallint not null default 0;
