-- Carts of the same articles share a key, so that an order that names no cart finds the few that it may come from by an index.
-- Null: the cart is open, is old, or never reached the buyer's system.

alter table cart add column content text;

update cart c set content = (
    select encode(sha256(convert_to(string_agg(l.article, E'\n' order by l.article collate "C"), 'UTF8')), 'hex')
    from cart_line l where l.cart = c.id)
where c.status in ('TRANSFERRED', 'ORDERED', 'EXPIRED') and c.transferred_at is not null
  and c.parked_until > now() - interval '30 days'
  and (not c.at_once or exists (select from shop_policy p where p.customer = c.customer and p.at_once = 'RETURN_CART'));

create index cart_content on cart (customer, content, parked_until) where content is not null;
