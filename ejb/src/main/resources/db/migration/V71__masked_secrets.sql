-- Shared secrets of requests that were sent before: what is kept of them does without.
update delivery_part
set content = convert_to(regexp_replace(convert_from(content, 'UTF8'), '<SharedSecret>[^<]*</SharedSecret>',
    '<SharedSecret>****</SharedSecret>'), 'UTF8')
where format = 'cxml-1.2' and position('<SharedSecret>'::bytea in content) > 0;
