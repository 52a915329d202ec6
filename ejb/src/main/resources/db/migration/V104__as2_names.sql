-- By AS2 partners come themselves: their names say which way in it is, so two that are on must not have the same.
create unique index way_in_as2_names on way_in ((settings::jsonb ->> 'partner.id'), (settings::jsonb ->> 'own.id'))
    where transport = 'as2' and active;
