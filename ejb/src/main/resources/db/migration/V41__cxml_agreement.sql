-- cXML PunchOut: more that can be agreed with a buyer.

alter table cxml_connection
    add column setup_dtd         text not null default '1.2.014' check (setup_dtd ~ '^1\.[0-9]\.[0-9]{3}$'),   -- of PunchOutSetupResponse
    add column operation_allowed text not null default 'edit' check (operation_allowed in ('create', 'inspect', 'edit')),
    add column echo              text not null default '',      -- names of Extrinsics that come back on every line, with commas between
    add column catalogue         boolean not null default false;   -- whether the buyer's system may fetch index and CIF
