-- What no reader knows but a person can read (an order as PDF or as text in a mail) waits for the order desk.
alter table inbound_message drop constraint inbound_message_status_check;
alter table inbound_message add constraint inbound_message_status_check check (status in
    ('RECEIVED', 'SPLIT', 'PROCESSED', 'PARTLY_PROCESSED', 'REJECTED', 'CONFLICT', 'FAILED', 'HELD'));
