-- The first page of the console counts what was delivered hour by hour.

create index delivery_attempt_delivered on delivery_attempt (ended_at) where outcome = 'DELIVERED';
