-- Ways in: places of partners that are visited on a schedule, what each visit found, and every file that was taken.

create table way_in (
    id              uuid primary key,
    customer        text references customer,             -- null: the supplier's own back office
    name            text not null,
    transport       text not null,
    settings        text not null default '{}',           -- JSON object of texts; secrets encrypted
    format          text,                                 -- where the content does not say it
    pattern         text not null default '*',            -- names of files that are taken
    ready           text not null check (ready in ('NAME', 'STABLE', 'MARKER')),
    marker          text not null default '.ok',
    settle_seconds  integer not null default 30,
    archive_folder  text not null default 'archive',
    error_folder    text not null default 'error',
    every_seconds   integer not null check (every_seconds >= 5),
    timeout_seconds integer not null check (timeout_seconds between 5 and 3600),
    active          boolean not null default true,
    changed_at      timestamptz not null,
    next_run_at     timestamptz not null,
    asked_by        text,                                 -- who wants the next run at once
    run             uuid,                                 -- the run that has it now
    lease_until     timestamptz,                          -- after this time nobody has it, whatever stands in run
    failures        integer not null default 0,           -- in a row
    needs_person    boolean not null default false,
    last_success_at timestamptz
);
create index way_in_due on way_in (next_run_at) where active;
create index way_in_customer on way_in (customer);

-- Of runs that found nothing only the newest of a way are kept.
create table way_in_run (
    id         uuid primary key,
    way        uuid not null references way_in on delete cascade,
    node       text not null,
    asked_by   text,
    started_at timestamptz not null,
    ended_at   timestamptz,
    status     text not null check (status in ('RUNNING', 'DONE', 'FAILED', 'BROKEN_OFF')),
    code       text,
    detail     text,
    taken      integer not null default 0,
    refused    integer not null default 0,
    waiting    integer not null default 0                 -- files that were not complete yet
);
create index way_in_run_way on way_in_run (way, started_at desc);

create table way_in_file (
    id       uuid primary key,
    way      uuid not null references way_in on delete cascade,
    run      uuid not null,
    name     text not null,
    size     bigint not null,
    sha256   bytea not null,
    taken_at timestamptz not null,
    message  uuid references inbound_message,
    outcome  text not null,                               -- what the inbox said
    accepted boolean not null,
    repeated boolean not null,                            -- it came before and was not stored again
    detail   text,                                        -- why it was refused
    moved_to text,
    moved_at timestamptz
);
-- A file that was stored and not moved yet is the same file when it is seen again.
create unique index way_in_file_unmoved on way_in_file (way, name, size, sha256) where moved_at is null;
create index way_in_file_name on way_in_file (way, name, taken_at desc);
create index way_in_file_taken on way_in_file (way, taken_at desc);
create index way_in_file_message on way_in_file (message) where message is not null;

-- Files that wait to become complete: since when they look as they do.
create table way_in_seen (
    way      uuid not null references way_in on delete cascade,
    name     text not null,
    size     bigint not null,
    modified timestamptz not null,
    since    timestamptz not null,
    primary key (way, name)
);
