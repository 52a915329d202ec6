-- A customer's orders that did not come from a cart of the shop, for ordering them again.
create index purchase_order_no_cart on purchase_order (customer, received_at desc, id desc) where cart is null;
