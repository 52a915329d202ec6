-- When deliveries over a channel go: between hours, on days, each alone or what has gathered together.
alter table channel add column days text not null default '1234567' check (days ~ '^[1-7]{1,7}$');   -- ISO 8601: 1 is Monday
alter table channel add column from_time time;              -- both or none; to_time before from_time: over midnight
alter table channel add column to_time time;
alter table channel add column zone text not null default 'Europe/Brussels';
alter table channel add column bundle text not null default 'NONE' check (bundle in ('NONE', 'RUN', 'DAY'));
alter table channel add column bundle_minutes integer not null default 60 check (bundle_minutes between 1 and 1440);
alter table channel add column bundle_at time not null default '18:00';
alter table channel add check ((from_time is null) = (to_time is null));

-- A delivery that goes along with another one, which carries the files of both and tells how it went.
alter table delivery add column bundle uuid references delivery;
create index delivery_bundle on delivery (bundle) where bundle is not null;
create index delivery_channel_waiting on delivery (channel, next_attempt_at) where status = 'PENDING';
