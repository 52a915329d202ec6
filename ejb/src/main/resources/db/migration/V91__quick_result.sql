-- What became of the rows of a quick order, so that its page can be loaded again without ordering anything again. Kept for some hours.

create table quick_result (
    id      uuid primary key,
    visit   uuid not null references punchout_visit on delete cascade,
    lines   text not null,                                -- JSON: row, outcome, article and quantity
    made_at timestamptz not null
);
create index quick_result_visit on quick_result (visit);
create index quick_result_made on quick_result (made_at);
