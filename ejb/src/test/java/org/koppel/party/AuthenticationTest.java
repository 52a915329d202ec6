package org.koppel.party;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.koppel.codec.Envelope;
import org.koppel.codec.Envelope.Identity;
import org.koppel.platform.Secrets;
import org.koppel.shared.PartyId;

/** Judged by the work that is done and not by its duration: a stranger must not learn which names are known. */
class AuthenticationTest {
    private static final Instant MONDAY = Instant.parse("2026-01-05T08:00:00Z");
    private static final Identity KNOWN = new Identity("DUNS", "known");
    private static final Identity UNKNOWN = new Identity("DUNS", "unknown");
    private static final PartyId CUSTOMER = new PartyId("buyer");

    private final CountingSecrets secrets = new CountingSecrets();
    private final CountingClock clock = new CountingClock();
    private final Authentication authentication = new Authentication(new OneCredential(), secrets, clock);

    @Test
    void theRightSecretIsTheCustomers() {
        assertThat(bySecret(KNOWN, "s3cret")).contains(CUSTOMER);
        assertThat(bySecret(KNOWN, "S3cret")).isEmpty();
        assertThat(bySecret(UNKNOWN, "s3cret")).isEmpty();
    }

    @Test
    void anUnknownNameIsDecryptedAsAKnownOneIs() {
        bySecret(KNOWN, "wrong");
        int known = secrets.decrypted;

        bySecret(UNKNOWN, "wrong");

        assertThat(known).isEqualTo(1);
        assertThat(secrets.decrypted - known).isEqualTo(known);
    }

    @Test
    void theCodeOfAnUnknownNameIsReckonedAsThatOfAKnownOneIs() {
        byMac(KNOWN);
        int known = clock.asked;

        byMac(UNKNOWN);

        assertThat(known).isEqualTo(1);
        assertThat(clock.asked - known).isEqualTo(known);
        assertThat(secrets.decrypted).isEqualTo(2);
    }

    private Optional<PartyId> bySecret(Identity who, String secret) {
        return authentication.bySender(envelope(who, new Envelope.SharedSecret(who, secret)));
    }

    private void byMac(Identity who) {
        Envelope.Mac mac = new Envelope.Mac(
                who,
                "FromSenderCredentials",
                "HMAC-SHA1-96",
                "2026-01-05T07:00:00Z",
                "2026-01-05T09:00:00Z",
                "cR6Jpz58nriXERDN");
        assertThat(authentication.bySender(envelope(who, mac))).isEmpty();
    }

    private static Envelope envelope(Identity who, Envelope.Proof proof) {
        return new Envelope("id", List.of(who), List.of(proof), List.of(), "OrderRequest", Optional.empty(), false);
    }

    private static final class OneCredential extends Credentials {
        @Override
        Optional<Entry> find(Kind kind, String domain, String identity) {
            return identity.equals("known")
                    ? Optional.of(new Entry(Optional.of(CUSTOMER), null, "s3cret".getBytes(StandardCharsets.UTF_8)))
                    : Optional.empty();
        }
    }

    private static final class CountingSecrets extends Secrets {
        private int decrypted;

        @Override
        public byte[] encrypt(String plain) {
            return plain.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public String decrypt(byte[] sealed) {
            decrypted++;
            return new String(sealed, StandardCharsets.UTF_8);
        }
    }

    private static final class CountingClock extends Clock {
        private int asked;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            asked++;
            return MONDAY;
        }
    }
}
