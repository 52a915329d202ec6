package org.koppel.party;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.koppel.platform.DatabaseReady;
import org.koppel.platform.DemoSecrets;
import org.koppel.platform.Secrets;
import org.koppel.platform.TestDatabase;
import org.koppel.shared.PartyId;

class DemoPartiesTest {
    private final DataSource database = TestDatabase.fresh();
    private final Vault vault = new Vault();
    private final DemoParties parties =
            new DemoParties(new DemoPartyRows(database), vault, new NamedSecrets(), new PlainSecrets());

    @Test
    void theCompaniesOfTheDemoHaveTheirAgreedIdentifiers() throws SQLException {
        parties.fill(new DatabaseReady(true));
        assertThat(text("select gln from supplier")).isEqualTo("5412345999997");
        assertThat(text("select string_agg(concat_ws(' ', id, gln, duns, language), ', ' order by id) from"
                        + " customer where not back_office"))
                .isEqualTo("amerco 123456789 en, bouwgroep 5412345000006 nl, ediplus 5412345000013 de,"
                        + " zorggroep 5412345000037 nl");
        assertThat(text("select string_agg(address_id || ' ' || city, ', ' order by address_id) from site"
                        + " where customer = 'bouwgroep'"))
                .isEqualTo("HQ Gent, YARD Aalst");
        assertThat(text("select gln from site where customer = 'ediplus'")).isEqualTo("5412345000020");
    }

    @Test
    void confirmationsGoByMailAndBrowsersMayReturnToLoopback() throws SQLException {
        parties.fill(new DatabaseReady(true));
        assertThat(text("select formats || ' ' || transport || ' ' || settings from channel where customer ="
                        + " 'bouwgroep'"))
                .isEqualTo("html,pdf mail {\"to\" : \"orders@bouwgroep.example\"}");
        assertThat(Channels.settings(text("select settings from channel where customer = 'ediplus'")))
                .containsExactly(Map.entry("to", "orders@ediplus.example"));
        assertThat(text("select count(*) from allowed_origin where origin in ('http://localhost:*',"
                        + " 'http://127.0.0.1:*')"))
                .isEqualTo("8");
    }

    @Test
    void aSecondStartAddsNothing() throws SQLException {
        parties.fill(new DatabaseReady(true));
        String before = rows();
        parties.fill(new DatabaseReady(true));
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void credentialsAreFoundByNameAndKeptAsHashOrEncrypted() {
        parties.fill(new DatabaseReady(true));
        assertThat(vault.hashes)
                .containsEntry("API_KEY/-//koppel", "customer - key koppel_api.key")
                .containsEntry("API_KEY/amerco//koppel", "customer amerco key koppel_customer.amerco.api.key")
                .containsEntry(
                        "OCI/amerco//koppel_customer.amerco.oci.username",
                        "customer amerco key koppel_customer.amerco.oci.password")
                .containsEntry(
                        "CXML/zorggroep/koppel_customer.zorggroep.cxml.domain/koppel_customer.zorggroep.cxml.identity",
                        "encrypted koppel_customer.zorggroep.cxml.secret");
        assertThat(vault.hashes).hasSize(13);
    }

    @Test
    void withoutDemoNothingIsWritten() throws SQLException {
        parties.fill(new DatabaseReady(false));
        assertThat(text("select count(*) from customer where not back_office")).isEqualTo("0");
        assertThat(vault.hashes).isEmpty();
    }

    private String rows() throws SQLException {
        return text("select (select count(*) from supplier) || ' ' || (select count(*) from customer where not"
                + " back_office) || ' ' || (select count(*) from site) || ' ' || (select count(*) from buyer) || '"
                + " ' || (select count(*) from allowed_origin) || ' ' || (select count(*) from channel)");
    }

    private String text(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }

    /** Remembers what was put, under kind, customer, domain and identity. */
    private static final class Vault extends Credentials {
        private final Map<String, String> hashes = new TreeMap<>();

        @Override
        void put(PartyId customer, Kind kind, String domain, String identity, byte[] hash, byte[] encrypted) {
            String owner = customer == null ? "-" : customer.value();
            hashes.put(
                    kind + "/" + owner + "/" + domain + "/" + identity,
                    encrypted == null ? known(owner, hash) : new String(encrypted, StandardCharsets.UTF_8));
        }

        private static String known(String owner, byte[] hash) {
            String prefix = owner.equals("-") ? "koppel_" : "koppel_customer." + owner + ".";
            for (String name : new String[] {"api.key", "oci.password"}) {
                if (Secrets.same(hash, Secrets.sha256(prefix + name))) {
                    return "customer " + owner + " key " + prefix + name;
                }
            }
            return "unknown";
        }
    }

    /** Every secret is its own name. */
    private static final class NamedSecrets extends DemoSecrets {
        @Override
        public String get(String key) {
            return "koppel_" + key;
        }
    }

    private static final class PlainSecrets extends Secrets {
        @Override
        public byte[] encrypt(String plain) {
            return ("encrypted " + plain).getBytes(StandardCharsets.UTF_8);
        }
    }
}
