-- A site's budget counts what its buyers order, wherever it is delivered: delivery places are chosen in the cart.

alter table cart add column budget_site text;             -- address id whose budget it counts against, once it went home

update cart c set budget_site = coalesce(
    (select b.site from buyer b where b.customer = c.customer and b.login = c.buyer), c.site)
where transferred_at is not null;
