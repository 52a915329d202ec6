package org.koppel.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.koppel.platform.Recent;
import org.koppel.shared.PartyId;

/** Who may prove to be whom, and how. */
@ApplicationScoped
public class Credentials {
    /** Neither of a coupling nor of a buyer that is switched off. */
    private static final String IN_USE =
            " and not exists (select from coupling_off o where o.customer = c.customer and o.kind = c.kind)"
                    + " and not exists (select from buyer b where b.customer = c.customer and b.login = c.buyer and not b.active)";

    @PersistenceContext
    private EntityManager em;

    /** For CDI. */
    public Credentials() {}

    /** Outside a container. */
    public Credentials(EntityManager em) {
        this.em = em;
    }

    /** What a credential opens. */
    public enum Kind {
        API_KEY,
        OCI,
        CXML
    }

    /** A stored credential: hash (API key, OCI) or encrypted secret (cXML); no customer means the supplier's back office. */
    record Entry(Optional<PartyId> customer, byte[] hash, byte[] encrypted) {}

    private final Recent<Name, Optional<Entry>> recent = new Recent<>();

    private record Name(Kind kind, String domain, String identity) {}

    /** Compared without case; a change is seen within two seconds. */
    Optional<Entry> find(Kind kind, String domain, String identity) {
        return recent.get(new Name(kind, domain.strip(), identity.strip()), this::read);
    }

    private Optional<Entry> read(Name name) {
        List<?> rows = em.createNativeQuery("select c.customer, c.secret_hash, c.secret_encrypted from credential c"
                        + " where c.kind = :kind and lower(c.domain) = lower(:domain)"
                        + " and lower(c.identity) = lower(:identity)" + IN_USE)
                .setParameter("kind", name.kind().name())
                .setParameter("domain", name.domain())
                .setParameter("identity", name.identity())
                .getResultList();
        return rows.stream().map(Object[].class::cast).map(Credentials::entry).findFirst();
    }

    /** One of the encrypted secrets, where there is any: to try the key on. */
    Optional<byte[]> anyEncrypted() {
        List<?> rows = em.createNativeQuery(
                        "select secret_encrypted from credential where secret_encrypted is not null limit 1",
                        byte[].class)
                .getResultList();
        return rows.stream().map(byte[].class::cast).findFirst();
    }

    private static Entry entry(Object[] row) {
        return new Entry(Optional.ofNullable((String) row[0]).map(PartyId::new), (byte[]) row[1], (byte[]) row[2]);
    }

    /** Adds a credential or replaces the secret of an existing one; exactly one of hash and encrypted is given. */
    void put(PartyId customer, Kind kind, String domain, String identity, byte[] hash, byte[] encrypted) {
        em.createNativeQuery(
                        "insert into credential (id, customer, kind, domain, identity, secret_hash, secret_encrypted)"
                                + " values (:id, cast(:customer as text), :kind, :domain, :identity,"
                                + " cast(:hash as bytea), cast(:encrypted as bytea))"
                                + " on conflict (kind, lower(domain), lower(identity)) do update set customer = excluded.customer,"
                                + " secret_hash = excluded.secret_hash, secret_encrypted = excluded.secret_encrypted")
                .setParameter("id", UUID.randomUUID())
                .setParameter("customer", customer == null ? null : customer.value())
                .setParameter("kind", kind.name())
                .setParameter("domain", domain)
                .setParameter("identity", identity)
                .setParameter("hash", hash)
                .setParameter("encrypted", encrypted)
                .executeUpdate();
    }
}
