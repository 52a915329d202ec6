-- Failed logins count by name and address, so that nobody locks out a person who sits elsewhere.
delete from console_login_failure;
alter table console_login_failure drop constraint console_login_failure_pkey;
alter table console_login_failure add column address text not null;
alter table console_login_failure add primary key (name, address);
