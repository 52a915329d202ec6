-- Files that buyers give along with lines of a cart: a drawing, a picture, a text.

create table stored_file (
    id         uuid primary key,
    owner      text not null,                             -- the customer whose file it is; nobody else gets it
    name       text not null,
    media_type text not null,
    content    bytea not null,
    created_at timestamptz not null
);

-- A cart that comes back to be changed shares the files of the one it replaces.
create table cart_attachment (
    cart    uuid not null references cart on delete cascade,
    article text not null,                                -- the line
    file    uuid not null references stored_file,
    primary key (cart, file)
);
create index cart_attachment_file on cart_attachment (file);
