-- How far a delivery is in the retry table; a resend begins it anew, the numbers of the attempts go on.
alter table delivery add column failures integer not null default 0;
update delivery set failures = case status when 'IN_FLIGHT' then greatest(attempts - 1, 0) else attempts end
    where status in ('RETRY', 'IN_FLIGHT');
