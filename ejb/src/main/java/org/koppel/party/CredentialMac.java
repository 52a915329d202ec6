package org.koppel.party;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.koppel.codec.Envelope;

/**
 * The message authentication code that may stand for a shared secret in a cXML Credential: type
 * {@code FromSenderCredentials}, algorithm {@code HMAC-SHA1-96}, valid between its creation and expiration date (cXML 1.2
 * User's Guide, appendix "Message Authentication Code").
 */
final class CredentialMac {
    private static final int BYTES = 12; // 96 bits

    private CredentialMac() {}

    static boolean verify(Envelope.Mac mac, String secret, Instant now) {
        if (!"FromSenderCredentials".equals(mac.type()) || !"HMAC-SHA1-96".equals(mac.algorithm())) {
            return false;
        }
        try {
            boolean inTime = !now.isBefore(
                            OffsetDateTime.parse(mac.creationDate()).toInstant())
                    && now.isBefore(OffsetDateTime.parse(mac.expirationDate()).toInstant());
            byte[] given = Base64.getDecoder().decode(mac.value().strip());
            return java.security.MessageDigest.isEqual(given, sign(mac, secret)) && inTime;
        } catch (DateTimeException | IllegalArgumentException e) {
            return false; // dates or Base64 that nobody can read prove nothing
        }
    }

    static byte[] sign(Envelope.Mac mac, String secret) {
        String signed = String.join(
                "\0",
                mac.identity().domain().toLowerCase(Locale.ROOT),
                mac.identity().value().strip().toLowerCase(Locale.ROOT),
                secret,
                mac.creationDate(),
                mac.expirationDate());
        try {
            Mac hmac = Mac.getInstance("HmacSHA1");
            hmac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Arrays.copyOf(hmac.doFinal(signed.getBytes(StandardCharsets.UTF_8)), BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no HmacSHA1", e);
        }
    }
}
