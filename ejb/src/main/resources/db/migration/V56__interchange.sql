-- Names of customers in numbering schemes: the qualifier and identification of their interchanges (14 EDIPLUS, ZZ AMERCO), a GLN.
-- They say who somebody is and prove nothing.
create table party_identifier (
    customer text not null references customer,
    scheme   text not null,
    value    text not null
);
create unique index party_identifier_name on party_identifier (lower(scheme), lower(value));
create index party_identifier_customer on party_identifier (customer);

-- Control references of the interchanges that go out; one that is sent again keeps its own.
create sequence interchange_number;
