-- Files that came inside a document: a drawing with an order.

create table document_file (
    document uuid not null references document on delete cascade,
    file     uuid not null references stored_file,
    primary key (document, file)
);
create index document_file_file on document_file (file);
