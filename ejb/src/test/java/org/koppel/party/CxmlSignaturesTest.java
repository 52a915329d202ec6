package org.koppel.party;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;
import org.koppel.codec.Envelope;
import org.koppel.codec.Envelope.Identity;
import org.koppel.party.CxmlSignatures.Signature;
import org.koppel.platform.Secrets;
import org.koppel.platform.Settings;
import org.koppel.platform.TestDatabase;
import org.koppel.shared.PartyId;

class CxmlSignaturesTest {
    private static final Instant MONDAY = Instant.parse("2026-01-05T08:00:00Z");
    private static final Identity BUYER = new Identity("DUNS", "bouwgroep");
    private static final PartyId CUSTOMER = new PartyId("bouwgroep");

    @Test
    void aSignatureProvesItsCustomerForFiveMinutesAndShowsNoSecret() throws SQLException {
        try (SessionFactory factory = TestDatabase.sessions(TestDatabase.fresh());
                EntityManager em = factory.createEntityManager()) {
            CxmlSignatures signatures = new CxmlSignatures();
            signatures.em = em;
            signatures.clock = Clock.fixed(MONDAY, ZoneOffset.UTC);
            signatures.secrets = new PlainSecrets();
            credential(em);

            Signature signature = signatures.sign(CUSTOMER, "DUNS", "bouwgroep").orElseThrow();

            assertThat(proves(signature, MONDAY)).isTrue();
            assertThat(proves(signature, MONDAY.plusSeconds(299))).isTrue();
            assertThat(proves(signature, MONDAY.plusSeconds(301))).isFalse();
            assertThat(signature.toString()).doesNotContain(signature.code(), "s3cret");
            assertThat(signatures.sign(CUSTOMER, "DUNS", "zorggroep")).isEmpty();
            assertThat(signatures.sign(new PartyId("zorggroep"), "DUNS", "bouwgroep"))
                    .isEmpty();
        }
    }

    private static void credential(EntityManager em) {
        em.getTransaction().begin();
        em.createNativeQuery("insert into customer (id, name) values ('bouwgroep', 'Bouwgroep')")
                .executeUpdate();
        em.createNativeQuery("insert into credential (id, customer, kind, domain, identity, secret_encrypted) values"
                        + " (gen_random_uuid(), 'bouwgroep', 'CXML', 'DUNS', 'bouwgroep', :secret)")
                .setParameter("secret", "s3cret".getBytes(StandardCharsets.UTF_8))
                .executeUpdate();
        em.getTransaction().commit();
    }

    private static boolean proves(Signature s, Instant now) {
        Envelope.Mac mac = new Envelope.Mac(BUYER, s.type(), s.algorithm(), s.created(), s.expires(), s.code());
        return CredentialMac.verify(mac, List.of(BUYER), "s3cret", now);
    }

    /** Keeps them as they are, so that the test needs no key. */
    private static final class PlainSecrets extends Secrets {
        private PlainSecrets() {
            super(new Settings());
        }

        @Override
        public String decrypt(byte[] sealed) {
            return new String(sealed, StandardCharsets.UTF_8);
        }
    }
}
