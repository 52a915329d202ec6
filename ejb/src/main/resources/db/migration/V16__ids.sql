-- IDS Connect: what is agreed with craftsmen's software, the baskets it sent, the baskets it got back.

-- Without a row the plain rules of IDS Connect 2.5 hold.
create table ids_connection (
    customer        text primary key references customer,
    customer_number text,                                 -- kndnr must be this one; null: any
    net_price       text not null default 'LINE' check (net_price in ('LINE', 'UNIT'))
);

-- The basket a visit began with: its positions' references have to come back unchanged.
create table ids_basket (
    visit  uuid primary key references punchout_visit,
    basket text not null                                  -- JSON
);

-- What went back, so that the same cart always gives the same answer.
create table ids_answer (
    reference text primary key,                           -- of the cart
    document  text not null                               -- XML
);
