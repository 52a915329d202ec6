-- Where an administrator's invitation is mailed to; null: the link is handed over by a person.
alter table portal_user add column email text;
