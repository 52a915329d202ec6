-- The person of a visit, where it is one that the customer has named: a visit ends when that person is switched off. Null: nobody knows.

alter table punchout_visit add column known text;
