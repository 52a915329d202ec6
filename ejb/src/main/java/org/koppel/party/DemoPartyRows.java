package org.koppel.party;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Writes the companies of the demo; rows that are there already stay as somebody may have changed them. */
@ApplicationScoped
class DemoPartyRows {
    @Resource(lookup = "java:jboss/datasources/KoppelDS")
    private DataSource database;

    DemoPartyRows() {} // for CDI

    DemoPartyRows(DataSource database) {
        this.database = database;
    }

    private static final String SUPPLIER = """
            insert into supplier (id, name, vat_number, gln, duns, street, postal_code, city, country, email, telephone, website, iban)
            values (1, 'Voltaris Elektrogroothandel nv', 'BE0987654394', '5412345999997', 'supplier', 'Stroomstraat 12', '2800',
                'Mechelen', 'BE', 'orders@voltaris.example', '+32 15 00 00 00', 'https://www.voltaris.example', 'BE68539007547034')
            on conflict (id) do nothing
            """;
    private static final String CUSTOMERS = """
            insert into customer (id, name, language, currency, vat_number, gln, duns, peppol_id, street, postal_code, city, country)
            values
            ('bouwgroep', 'Bouwgroep Leie nv', 'nl', 'EUR', 'BE0555444368', '5412345000006', null, null, 'Kouter 1', '9000', 'Gent', 'BE'),
            ('zorggroep', 'Zorggroep De Linde vzw', 'nl', 'EUR', 'BE0123456749', '5412345000037', null, '0208:0123456749', 'Lindelaan 5', '3000', 'Leuven', 'BE'),
            ('ediplus', 'Ediplus Technik GmbH', 'de', 'EUR', 'DE123456788', '5412345000013', null, null, 'Hafenstraße 8', '50667', 'Köln', 'DE'),
            ('amerco', 'Amerco Industries Inc.', 'en', 'EUR', null, null, '123456789', null, '200 Harbor Drive', '07102', 'Newark NJ', 'US')
            on conflict (id) do nothing
            """;
    private static final String SITES = """
            insert into site (customer, address_id, gln, name, street, postal_code, city, country)
            values
            ('bouwgroep', 'HQ', '5412345000006', 'Bouwgroep Leie, hoofdkantoor', 'Kouter 1', '9000', 'Gent', 'BE'),
            ('bouwgroep', 'YARD', null, 'Bouwgroep Leie, werf', 'Werfkaai 22', '9300', 'Aalst', 'BE'),
            ('zorggroep', 'MAIN', '5412345000037', 'Ziekenhuis De Linde', 'Lindelaan 5', '3000', 'Leuven', 'BE'),
            ('ediplus', 'LAGER', '5412345000020', 'Ediplus Zentrallager', 'Hafenstraße 10', '50667', 'Köln', 'DE'),
            ('amerco', 'PLANT1', null, 'Amerco Plant 1', '200 Harbor Drive', '07102', 'Newark NJ', 'US')
            on conflict do nothing
            """;
    private static final String BUYERS = """
            insert into buyer (customer, login, name, email, site)
            values
            ('bouwgroep', 'an.peeters', 'An Peeters', 'an.peeters@bouwgroep.example', 'HQ'),
            ('bouwgroep', 'tom.maes', 'Tom Maes', 'tom.maes@bouwgroep.example', 'YARD'),
            ('zorggroep', 'els.claes', 'Els Claes', 'els.claes@zorggroep.example', 'MAIN'),
            ('ediplus', 'jan.weber', 'Jan Weber', 'jan.weber@ediplus.example', 'LAGER'),
            ('amerco', 'mary.hill', 'Mary Hill', 'mary.hill@amerco.example', 'PLANT1')
            on conflict do nothing
            """;
    private static final String ORIGINS = """
            insert into allowed_origin (customer, origin)
            select c.id, o.origin from customer c, unnest(array['http://localhost:*', 'http://127.0.0.1:*',
                'https://localhost:*', 'https://127.0.0.1:*']) as o(origin)
            where c.id in ('bouwgroep', 'zorggroep', 'ediplus', 'amerco')
            on conflict do nothing
            """;
    /** Only for customers that have no channel for confirmations: an administrator's change survives a restart. */
    private static final String CHANNELS = """
            insert into channel (id, customer, document_type, formats, transport, settings)
            select gen_random_uuid(), c.id, 'OrderResponse', 'html,pdf', 'mail',
                json_build_object('to', 'orders@' || c.id || '.example')::text
            from customer c where c.id in ('bouwgroep', 'zorggroep', 'ediplus', 'amerco')
            and not exists (select from channel x where x.customer = c.id and x.document_type = 'OrderResponse')
            """;
    /** Any number; two nodes that start at once must not both add the channels. */
    private static final String LOCK = "select pg_advisory_xact_lock(118045571)";

    /** Part of the caller's transaction. */
    void write() {
        try (Connection connection = database.getConnection();
                Statement lock = connection.createStatement()) {
            lock.execute(LOCK);
            for (String sql : new String[] {SUPPLIER, CUSTOMERS, SITES, BUYERS, ORIGINS, CHANNELS}) {
                try (PreparedStatement insert = connection.prepareStatement(sql)) {
                    insert.executeUpdate();
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot write the companies of the demo", e);
        }
    }
}
