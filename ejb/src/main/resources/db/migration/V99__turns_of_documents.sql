-- The next document of a message whose turn has not come yet, and not all that wait, to sort them each time: a message may hold 80,000.
create index document_turn on document (message, position) where status = 'PENDING' and queued_at is null;

-- Those whose turn has come, for the sweeper; it could be read for the others too, and would be, all of them.
drop index document_waiting;
create index document_waiting on document (queued_at) where status = 'PENDING' and queued_at is not null;
