-- What a site or a person sees of the assortment: also in downloads.

-- Fingerprint of the rules that narrowed the run; null: of a caller who sees all that the customer sees.
alter table oci_download add column rules text;

-- A cart may be approved in parts: its orders are looked up with each new one.
create index purchase_order_cart on purchase_order (cart) where cart is not null;
