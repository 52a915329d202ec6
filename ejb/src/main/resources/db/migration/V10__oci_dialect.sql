-- How a customer's system speaks OCI, as the file a person wrote; without a row oci_connection holds.
create table oci_dialect (
    customer   text primary key references customer,
    yaml       text not null,
    changed_at timestamptz not null,
    changed_by text not null
);
