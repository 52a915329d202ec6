-- The console's simulator: punch-outs that a person plays to try a coupling. Kept for a week; holds no secret.

create table simulation (
    id             text primary key,                      -- 256 random bits: the return address holds it
    user_name      text not null references console_user on delete cascade,
    customer       text not null references customer,
    system         text not null,                         -- the buyer's system that is played
    operation      text not null,                         -- CREATE, EDIT, VALIDATE ...
    framed         boolean not null,
    request        text not null,                         -- as sent, secrets covered
    created_at     timestamptz not null,
    sent_at        timestamptz,
    answer         text,                                  -- what Koppel said to the request
    refused        text,                                  -- why, when it was not let in
    returned       text,                                  -- the form that came home, urlencoded
    returned_at    timestamptz,
    order_document text,                                  -- secrets covered
    order_answer   text,
    order_message  uuid,
    ordered_at     timestamptz
);
create index simulation_user on simulation (user_name, created_at);
