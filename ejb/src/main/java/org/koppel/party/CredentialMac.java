package org.koppel.party;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
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
    /** ISO 8601 with the offset as {@code -08:00} or, as in the guide's own example, {@code -0800}. */
    private static final DateTimeFormatter DATE = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX]")
            .toFormatter();

    private CredentialMac() {}

    /**
     * Whether the code proves that whoever holds the secret sent it now. {@code from} are the identities of the message's From,
     * any of which may have been signed.
     */
    static boolean verify(Envelope.Mac mac, List<Envelope.Identity> from, String secret, Instant now) {
        if (!"FromSenderCredentials".equals(mac.type()) || !"HMAC-SHA1-96".equals(mac.algorithm())) {
            return false;
        }
        try {
            byte[] given = Base64.getDecoder().decode(mac.value().strip());
            boolean signed = false;
            for (Envelope.Identity buyer : from) {
                signed |= MessageDigest.isEqual(given, sign(mac, buyer, secret));
            }
            return signed && !now.isBefore(instant(mac.creationDate())) && now.isBefore(instant(mac.expirationDate()));
        } catch (DateTimeException | IllegalArgumentException e) {
            return false; // dates or Base64 that nobody can read prove nothing
        }
    }

    private static Instant instant(String date) {
        return OffsetDateTime.parse(date, DATE).toInstant();
    }

    /** The code itself: every signed part is followed by a zero byte, the last one too; the secret is the key. */
    static byte[] sign(Envelope.Mac mac, Envelope.Identity from, String secret) {
        String signed = plain(from.domain())
                + plain(from.value())
                + plain(mac.identity().domain())
                + plain(mac.identity().value())
                + mac.creationDate()
                + '\0'
                + mac.expirationDate()
                + '\0';
        try {
            Mac hmac = Mac.getInstance("HmacSHA1");
            hmac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Arrays.copyOf(hmac.doFinal(signed.getBytes(StandardCharsets.UTF_8)), BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no HmacSHA1", e);
        }
    }

    private static String plain(String part) {
        return part.strip().toLowerCase(Locale.ROOT) + '\0';
    }
}
