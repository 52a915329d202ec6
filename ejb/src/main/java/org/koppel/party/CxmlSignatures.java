package org.koppel.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.koppel.codec.Envelope;
import org.koppel.platform.Secrets;
import org.koppel.shared.PartyId;

/**
 * Signs a cXML header in a customer's name, so that the console can try its coupling without the shared secret ever leaving the
 * database. A signature is good for a few minutes.
 */
@ApplicationScoped
@Transactional
public class CxmlSignatures {
    private static final String TYPE = "FromSenderCredentials";
    private static final String ALGORITHM = "HMAC-SHA1-96";
    private static final Duration GOOD_FOR = Duration.ofMinutes(5);
    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(5);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");

    @PersistenceContext
    EntityManager em;

    @Inject
    Secrets secrets;

    @Inject
    Clock clock;

    /** A {@code CredentialMac} of the customer as From and Sender; {@code code} is secret until it expires. */
    public record Signature(String type, String algorithm, String created, String expires, String code) {

        @Override
        public String toString() {
            return "Signature until " + expires;
        }
    }

    /** @return empty when the customer has no such identity, or one without a secret that can be read again */
    public Optional<Signature> sign(PartyId customer, String domain, String identity) {
        List<?> found = em.createNativeQuery("select secret_encrypted from credential where kind = 'CXML'"
                        + " and customer = :customer and domain = :domain and identity = :identity"
                        + " and secret_encrypted is not null")
                .setParameter("customer", customer.value())
                .setParameter("domain", domain)
                .setParameter("identity", identity)
                .getResultList();
        return found.stream().findFirst().map(row -> sign(new Envelope.Identity(domain, identity), (byte[]) row));
    }

    private Signature sign(Envelope.Identity who, byte[] encrypted) {
        OffsetDateTime now = OffsetDateTime.now(clock.withZone(ZoneOffset.UTC));
        String created = DATE.format(now.minus(CLOCKS_DIFFER));
        String expires = DATE.format(now.plus(GOOD_FOR));
        Envelope.Mac unsigned = new Envelope.Mac(who, TYPE, ALGORITHM, created, expires, "");
        byte[] code = CredentialMac.sign(unsigned, who, secrets.decrypt(encrypted));
        return new Signature(
                TYPE, ALGORITHM, created, expires, Base64.getEncoder().encodeToString(code));
    }
}
