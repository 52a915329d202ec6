-- Attributes as facets: each of a text's name and value as one key, so that articles can be counted and filtered by them.

create function attribute_keys(attributes text) returns text[] language sql immutable parallel safe
    return coalesce((select array_agg((a ->> 'name') || '=' || (a ->> 'value') order by a ->> 'name')
        from json_array_elements(attributes::json) as a), '{}');

alter table article_text add column facets text[] generated always as (attribute_keys(attributes)) stored;
