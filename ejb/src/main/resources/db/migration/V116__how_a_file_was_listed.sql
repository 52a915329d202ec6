-- A file that could not be moved is known when it is listed again as it was, and is not copied a second time.
alter table way_in_file add column listed text;           -- size and time as its partner told them; null where they are not exact
