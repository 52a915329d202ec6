-- cXML PunchOut: what is agreed with each buyer. Without a row the defaults hold.

create table cxml_connection (
    customer      text primary key references customer,
    field_name    text not null default 'cxml-urlencoded'   -- in the spelling that the buyer's system reads
                  check (lower(field_name) in ('cxml-urlencoded', 'cxml-base64')),
    dtd           text not null default '1.2.014' check (dtd ~ '^1\.[0-9]\.[0-9]{3}$'),   -- of PunchOutOrderMessage
    scheme        text not null default 'UNSPSC',           -- classification that goes along
    price_per_one boolean not null default false            -- for systems that overlook PriceBasisQuantity
);
