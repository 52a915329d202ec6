-- The same as purchase_order_only_number.
drop index purchase_order_by_number;
