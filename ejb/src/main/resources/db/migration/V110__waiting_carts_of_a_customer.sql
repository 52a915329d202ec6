-- An order that names no cart, and fits none as it is, is compared with the carts of its customer that wait.

create index cart_waiting_of on cart (customer, parked_until) where status = 'TRANSFERRED' and not at_once;
