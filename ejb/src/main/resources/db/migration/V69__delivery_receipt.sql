-- What partners said about deliveries afterwards, and by which number of ours they know them.
alter table delivery_part add column control text;        -- control reference of an interchange, as counted
create index delivery_part_control on delivery_part (control) where control is not null;

create table delivery_receipt (
    id          uuid primary key,
    delivery    uuid not null references delivery,
    document    uuid not null references document,        -- the receipt as it came
    kind        text not null,                            -- CONTRL, 997, APERAK, ApplicationResponse ...
    accepted    boolean not null,
    detail      text,                                     -- the partner's words
    received_at timestamptz not null
);
create unique index delivery_receipt_once on delivery_receipt (delivery, document);

-- What has left of an order.
alter table purchase_order_line add column despatched numeric(18, 6) not null default 0;
alter table purchase_order add column despatches integer not null default 0;
