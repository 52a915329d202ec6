package org.koppel.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.koppel.codec.Envelope;
import org.koppel.platform.Secrets;
import org.koppel.shared.PartyId;

/**
 * Tells who a caller is by what it proves. Secrets are compared in constant time, and an unknown name takes as long as a known
 * one with a wrong secret.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.SUPPORTS)
public class Authentication {
    private static final byte[] NOBODY = new byte[32];
    private static final int MOST_PROOFS = 5;

    @Inject
    private Credentials credentials;

    @Inject
    private Identifiers identifiers;

    @Inject
    private Secrets secrets;

    @Inject
    private Clock clock;

    private volatile byte[] decoy;

    /** For CDI. */
    public Authentication() {}

    Authentication(Credentials credentials, Secrets secrets, Clock clock) {
        this.credentials = credentials;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** By API key {@code <name>_<secret>}; the name is looked up, the secret compared. */
    public Optional<Caller> byApiKey(String key) {
        int split = key == null ? -1 : key.indexOf('_');
        String name = split < 0 ? "" : key.substring(0, split);
        Optional<Credentials.Entry> found = credentials.find(Credentials.Kind.API_KEY, "", name);
        boolean same =
                Secrets.same(found.map(Credentials.Entry::hash).orElse(NOBODY), Secrets.sha256(String.valueOf(key)));
        return found.filter(e -> same).map(e -> new Caller(e.customer()));
    }

    /** By the user name and password of an OCI punch-out. */
    public Optional<PartyId> byOci(String username, String password) {
        Optional<Credentials.Entry> found =
                credentials.find(Credentials.Kind.OCI, "", username == null ? "" : username);
        boolean same = Secrets.same(
                found.map(Credentials.Entry::hash).orElse(NOBODY), Secrets.sha256(String.valueOf(password)));
        return found.filter(e -> same).flatMap(Credentials.Entry::customer);
    }

    /**
     * By the proofs of a message: the buyer is who the message says it is from, when one of the proofs is that buyer's own
     * secret. Domains and identities are compared without case (cXML User's Guide: NetworkId and NetworkID are one).
     */
    public Optional<PartyId> bySender(Envelope envelope) {
        List<PartyId> proved = judged(envelope)
                .flatMap(p -> proved(p, envelope.senders()).stream())
                .distinct()
                .toList();
        return proved.stream().filter(namedBy(envelope.senders())::contains).findFirst();
    }

    /** The proofs that are looked at: one message is not a thousand guesses. */
    public static Stream<Envelope.Proof> judged(Envelope envelope) {
        return envelope.proofs().stream().limit(MOST_PROOFS);
    }

    /** The customer a message says it is from, without any proof: only for callers that proved themselves otherwise. */
    public Optional<PartyId> named(Envelope envelope) {
        return named(envelope.senders());
    }

    /** The customer that has one of these names, the first one that anybody has. */
    public Optional<PartyId> named(List<Envelope.Identity> names) {
        return namedBy(names).stream()
                .findFirst()
                .or(() -> names.stream()
                        .flatMap(s -> identifiers.find(s.domain(), s.value()).stream())
                        .findFirst());
    }

    private List<PartyId> namedBy(List<Envelope.Identity> names) {
        return names.stream()
                .flatMap(s -> credentials.find(Credentials.Kind.CXML, s.domain(), s.value()).stream())
                .flatMap(e -> e.customer().stream())
                .toList();
    }

    /** The same work for a name that nobody has: with a secret that nobody knows. */
    private Optional<PartyId> proved(Envelope.Proof proof, List<Envelope.Identity> from) {
        Optional<Credentials.Entry> found = credentials.find(
                Credentials.Kind.CXML,
                proof.identity().domain(),
                proof.identity().value());
        byte[] sealed = found.map(Credentials.Entry::encrypted).orElse(decoy());
        String known = secrets.decrypt(sealed);
        boolean good = proof instanceof Envelope.SharedSecret s
                ? Secrets.same(Secrets.sha256(known), Secrets.sha256(s.secret()))
                : proof instanceof Envelope.Mac mac && CredentialMac.verify(mac, from, known, clock.instant());
        return found.filter(e -> good).flatMap(Credentials.Entry::customer);
    }

    /** An encrypted secret that was told to nobody. */
    private byte[] decoy() {
        byte[] made = decoy;
        if (made == null) { // two threads may make one each
            made = secrets.encrypt(Secrets.generate());
            decoy = made;
        }
        return made;
    }
}
