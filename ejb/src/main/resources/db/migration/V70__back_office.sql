-- The supplier's own back office is a party like any other: it gets orders, and sends answers and despatch advices.
alter table customer add column back_office boolean not null default false;
insert into customer (id, name, back_office) values ('back-office', 'Back office', true) on conflict (id) do nothing;
create unique index customer_back_office on customer (back_office) where back_office;

-- The back office names an order by its number: which customers' it is has to be found.
create index purchase_order_by_number on purchase_order (number);
