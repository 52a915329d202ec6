-- The people at the console: who they are, their sessions, what they did.

create table console_user (
    name          text primary key,                       -- lower case
    password_hash text not null,                          -- algorithm$iterations$salt$hash
    created_at    timestamptz not null,
    last_login_at timestamptz
);

-- Failed logins by the name that was typed, whether it exists or not, so that a lock-out tells nothing about who exists.
create table console_login_failure (
    name         text primary key,
    failures     integer not null,
    last_at      timestamptz not null,
    locked_until timestamptz
);

create table console_session (
    token_hash   bytea primary key,                       -- SHA-256; the token itself is in the cookie only
    user_name    text not null references console_user on delete cascade,
    created_at   timestamptz not null,
    last_seen_at timestamptz not null
);
create index console_session_created on console_session (created_at);

-- Append-only: what a person did to what.
create table audit_entry (
    id       bigint generated always as identity primary key,
    at       timestamptz not null,
    who      text not null,
    action   text not null,                               -- RESEND, REPLAY_MESSAGE, LOGIN ...
    subject  uuid,                                        -- delivery, message or document
    detail   text
);
create index audit_entry_subject on audit_entry (subject, id desc) where subject is not null;

-- What the console asks for that the pipeline does not.
create index purchase_order_number_prefix on purchase_order (lower(number) text_pattern_ops);
create index delivery_number_prefix on delivery (lower(document_number) text_pattern_ops);
create index document_attention on document (message) where status in ('FAILED', 'CONFLICT');
