-- Carts that come back into the shop: a visit may begin with one, to change it or to look at it.

alter table punchout_visit
    add column purpose text not null default 'CREATE' check (purpose in ('CREATE', 'EDIT', 'INSPECT', 'SOURCE')),
    add column ship_to text;                              -- the customer's site that the buyer's system named

-- A changed cart goes home under the reference of the cart it replaces, so that both are the same to the buyer's system.
alter table cart drop constraint cart_reference_key;
create index cart_reference on cart (reference);

create table former_cart (
    visit     uuid primary key references punchout_visit,
    reference text not null,                              -- of the cart that went home before; a new one where none is known
    lines     text not null                               -- JSON: as the buyer's system has them now
);
