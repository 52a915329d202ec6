-- What was written shorter than it is into the files of a delivery, because its customer agreed to that: a list in JSON, null for nothing.
alter table delivery add column shortened text;
