-- How often the server itself failed on a delivery before an attempt began (a setting nobody can read, a bug). A queue that gives such a
-- delivery up parks it, with the cause, for a person.
alter table delivery add column breakdowns integer not null default 0;
