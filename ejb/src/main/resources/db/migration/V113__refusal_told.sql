-- Whether the sender of a document was told that it is refused: it is told once, also when a person has it tried again.
alter table document add column refusal_told boolean not null default false;
