-- Runs of DOWNLOADJSON: the first page notes which articles belong to the run, later pages are cut from that note.
create table oci_download (
    id         bigint generated always as identity primary key,   -- the TRANSACTIONID
    customer   text not null references customer,
    created_at timestamptz not null,
    total      bigint not null default 0
);
create index oci_download_created on oci_download (created_at);

create table oci_download_block (
    download bigint not null references oci_download on delete cascade,
    first    bigint not null,                                     -- position in the run, from 0
    last     bigint not null,
    numbers  text not null,                                       -- JSON list of article numbers
    primary key (download, first)
);
