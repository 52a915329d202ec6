-- Lists of articles that a customer's buyers keep and order again, shared by all buyers of the customer.

create table order_list (
    id         uuid primary key,
    customer   text not null references customer,
    name       text not null check (name <> '' and length(name) <= 60),
    buyer      text,                                            -- who saved it, where the buyer's system says who
    created_at timestamptz not null,
    unique (customer, name)
);

create table order_list_line (
    list     uuid not null references order_list on delete cascade,
    position integer not null,                                  -- from 1
    article  text not null,                                     -- kept when the article dies: its successor is offered
    quantity numeric(14, 3) not null check (quantity > 0),
    primary key (list, position)
);
