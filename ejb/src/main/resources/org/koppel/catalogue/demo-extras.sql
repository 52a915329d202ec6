-- Levies of the demo; their amounts are made up. Articles 199001 to 199003 are there to bear those that electrical goods do not have.

insert into category (code, position) values ('data.media', 900);
insert into category_text (category, language, name) values
    ('data.media', 'nl', 'Gegevensdragers en toestellen'), ('data.media', 'fr', 'Supports et appareils'),
    ('data.media', 'de', 'Datenträger und Geräte'), ('data.media', 'en', 'Media and devices');

insert into article (number, gtin, manufacturer, manufacturers_id, brand, category, unit, minimum, step, lead_time_days, list_price, picture)
values
    ('199001', '5412000199019', 'Datavio', 'DV-USB64', 'Datavio', 'data.media', 'H87', 1, 1, 1, 6.90, 'patch'),
    ('199002', '5412000199026', 'Netzeria', 'NZ-MFP30', 'Netzeria', 'data.media', 'H87', 1, 1, 2, 289.00, 'board'),
    ('199003', '5412000199033', 'Elvaro', 'EV-DAB1', 'Elvaro', 'data.media', 'H87', 1, 1, 2, 119.00, 'socket');

insert into article_text (article, language, name, text, keywords) values
    ('199001', 'nl', 'USB-stick 64 GB', 'Geheugenstick voor meetgegevens en plannen.', 'usb geheugen stick'),
    ('199001', 'fr', 'Clé USB 64 Go', 'Clé mémoire pour mesures et plans.', 'usb mémoire clé'),
    ('199001', 'de', 'USB-Stick 64 GB', 'Speicherstick für Messdaten und Pläne.', 'usb speicher stick'),
    ('199001', 'en', 'USB stick 64 GB', 'Memory stick for measurements and drawings.', 'usb memory stick'),
    ('199002', 'nl', 'Kopieerprinter A4', 'Printer, kopieertoestel en scanner voor de werfkeet.', 'printer kopie scanner'),
    ('199002', 'fr', 'Imprimante copieur A4', 'Imprimante, copieur et scanner pour le chantier.', 'imprimante copie scanner'),
    ('199002', 'de', 'Kopierdrucker A4', 'Drucker, Kopierer und Scanner für das Baubüro.', 'drucker kopie scanner'),
    ('199002', 'en', 'Copier printer A4', 'Printer, copier and scanner for the site office.', 'printer copy scanner'),
    ('199003', 'nl', 'Inbouwradio DAB+', 'Radio voor winkels en wachtzalen.', 'radio muziek'),
    ('199003', 'fr', 'Radio encastrée DAB+', 'Radio pour magasins et salles d’attente.', 'radio musique'),
    ('199003', 'de', 'Einbauradio DAB+', 'Radio für Läden und Wartezimmer.', 'radio musik'),
    ('199003', 'en', 'Flush radio DAB+', 'Radio for shops and waiting rooms.', 'radio music');

insert into article_classification (article, scheme, version, code) values
    ('199001', 'UNSPSC', '', '43202005'), ('199002', 'UNSPSC', '', '43212110'), ('199003', 'UNSPSC', '', '52161511');
insert into stock (article, quantity) values ('199001', 400), ('199002', 12), ('199003', 35);

insert into surcharge (number, tax_percent, position) values
    ('RECUPEL-LAMP', null, 1), ('RECUPEL-LIGHT', null, 2), ('RECUPEL-TOOL', null, 3), ('RECUPEL-IT', null, 4), ('ECOTAX-BAT', null, 5),
    ('AUVIBEL', null, 6), ('REPROBEL', null, 7), ('SABAM', 6, 8);
insert into surcharge_text (surcharge, language, name) values
    ('RECUPEL-LAMP', 'nl', 'Recupel lampen'), ('RECUPEL-LAMP', 'fr', 'Recupel lampes'),
    ('RECUPEL-LAMP', 'de', 'Recupel Lampen'), ('RECUPEL-LAMP', 'en', 'Recupel lamps'),
    ('RECUPEL-LIGHT', 'nl', 'Recupel armaturen'), ('RECUPEL-LIGHT', 'fr', 'Recupel luminaires'),
    ('RECUPEL-LIGHT', 'de', 'Recupel Leuchten'), ('RECUPEL-LIGHT', 'en', 'Recupel luminaires'),
    ('RECUPEL-TOOL', 'nl', 'Recupel meettoestellen'), ('RECUPEL-TOOL', 'fr', 'Recupel appareils de mesure'),
    ('RECUPEL-TOOL', 'de', 'Recupel Messgeräte'), ('RECUPEL-TOOL', 'en', 'Recupel measuring devices'),
    ('RECUPEL-IT', 'nl', 'Recupel ICT'), ('RECUPEL-IT', 'fr', 'Recupel TIC'),
    ('RECUPEL-IT', 'de', 'Recupel IKT'), ('RECUPEL-IT', 'en', 'Recupel ICT'),
    ('ECOTAX-BAT', 'nl', 'Milieubijdrage batterijen'), ('ECOTAX-BAT', 'fr', 'Écotaxe piles'),
    ('ECOTAX-BAT', 'de', 'Umweltbeitrag Batterien'), ('ECOTAX-BAT', 'en', 'Ecotax batteries'),
    ('AUVIBEL', 'nl', 'Auvibel thuiskopie'), ('AUVIBEL', 'fr', 'Auvibel copie privée'),
    ('AUVIBEL', 'de', 'Auvibel Privatkopie'), ('AUVIBEL', 'en', 'Auvibel private copy'),
    ('REPROBEL', 'nl', 'Reprobel reprografie'), ('REPROBEL', 'fr', 'Reprobel reprographie'),
    ('REPROBEL', 'de', 'Reprobel Reprografie'), ('REPROBEL', 'en', 'Reprobel reprography'),
    ('SABAM', 'nl', 'Sabam muziek'), ('SABAM', 'fr', 'Sabam musique'), ('SABAM', 'de', 'Sabam Musik'), ('SABAM', 'en', 'Sabam music');

insert into article_surcharge (article, surcharge, country, amount, valid_from)
    select a.number, l.surcharge, 'BE', l.amount, '2026-01-01'
    from (values ('lighting.lamps', 'RECUPEL-LAMP', 0.0496), ('lighting.panels', 'RECUPEL-LIGHT', 0.12),
        ('lighting.battens', 'RECUPEL-LIGHT', 0.12), ('lighting.downlights', 'RECUPEL-LIGHT', 0.12),
        ('lighting.floodlights', 'RECUPEL-LIGHT', 0.12), ('lighting.emergency', 'RECUPEL-LIGHT', 0.12),
        ('tools.testers', 'RECUPEL-TOOL', 0.25)) l(category, surcharge, amount)
    join article a on a.category = l.category
    union all values ('199001', 'AUVIBEL', 'BE', 0.42, date '2026-01-01'), ('199002', 'REPROBEL', 'BE', 5.01, '2026-01-01'),
        ('199002', 'RECUPEL-IT', 'BE', 0.83, '2026-01-01'), ('199003', 'SABAM', 'BE', 1.20, '2026-01-01'),
        ('199003', 'RECUPEL-IT', 'BE', 0.17, '2026-01-01');
-- By weight: what a kilogram costs, and what the batteries of one unit weigh.
insert into article_surcharge (article, surcharge, country, amount, kilograms, valid_from)
    select a.number, 'ECOTAX-BAT', 'BE', 0.625, l.kilograms, '2026-01-01'
    from (values ('lighting.emergency', 0.34), ('tools.testers', 0.096)) l(category, kilograms)
    join article a on a.category = l.category;

insert into article_setting (customer, surcharges, stock)
    select id, 'IN_PRICE', 'LIGHT' from customer where id = 'zorggroep' on conflict do nothing;

-- What goes with an article: three of a category, of the same brand where it makes them.
insert into article_accessory (article, accessory, position)
    select a.number, x.number, x.place
    from (values ('wiring.sockets', 'wiring.frames'), ('wiring.switches', 'wiring.frames'), ('ev.chargers', 'ev.cables'),
        ('data.cable', 'data.outlets'), ('cable.installation', 'fixing.clips'), ('distribution.boards', 'distribution.breakers')) p(main, extra)
    join article a on a.category = p.main
    cross join lateral (select y.number, row_number() over (order by y.brand is distinct from a.brand, y.number) as place from article y
        where y.category = p.extra and y.active) x
    where x.place <= 3;

-- Words that buyers use and the demo's texts do not.
insert into synonym (language, word, means) values
    ('nl', 'wcd', 'wandcontactdoos'), ('nl', 'wcd', 'stopcontact'), ('nl', 'ale', 'aardlekschakelaar'),
    ('nl', 'peertje', 'ledlamp'), ('nl', 'kroonsteen', 'lasklem'),
    ('fr', 'dismatic', 'disjoncteur'), ('fr', 'dj', 'disjoncteur'), ('fr', 'ddr', 'différentiel'),
    ('fr', 'domino', 'borne'), ('fr', 'neon', 'réglette'),
    ('de', 'fi', 'fehlerstromschutzschalter'), ('de', 'rcd', 'fehlerstromschutzschalter'), ('de', 'schuko', 'steckdose'),
    ('de', 'lusterklemme', 'verbindungsklemme'), ('de', 'spot', 'einbaustrahler'),
    ('en', 'gfci', 'rcd'), ('en', 'outlet', 'socket'), ('en', 'plug', 'socket'), ('en', 'lightbulb', 'lamp'),
    ('en', 'breaker', 'circuit breaker')
on conflict do nothing;
