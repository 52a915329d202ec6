package org.koppel.punchout.oci;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.query.NativeQuery;
import org.koppel.shared.PartyId;

/** The dialect of each customer. Kept as the file that a person wrote, so that it comes back as it was. */
@ApplicationScoped
@Transactional
public class Dialects {
    private static final int MOST = 500;

    /** By the file or agreement as it stands in the database: to read a dialect takes longer than to hand over a cart by it. */
    private final Map<Object, Dialect> read = new ConcurrentHashMap<>();

    @PersistenceContext
    EntityManager em;

    @Inject
    OciConnections connections;

    @Inject
    Clock clock;

    /** The whole dialect: the one that was saved, else what is agreed in short, else plain OCI 4.0. */
    public Dialect of(PartyId customer) {
        Optional<String> file = file(customer);
        Object said = file.isPresent() ? file.get() : connections.of(customer);
        Dialect known = read.get(said);
        if (known == null) {
            known = Profiles.resolved(file.map(DialectYaml::read).orElseGet(() -> agreed(customer)));
            if (read.size() >= MOST) {
                read.clear();
            }
            read.put(said, known);
        }
        return known;
    }

    /** The customer's dialect as a file that can be edited and taken elsewhere. */
    public String yaml(PartyId customer) {
        return file(customer).orElseGet(() -> DialectYaml.write(agreed(customer)));
    }

    /**
     * @param who the person's name, for the record
     * @throws DialectRefusedException when it is no dialect or cannot work; nothing is saved then
     */
    public void save(PartyId customer, String yaml, String who) {
        Profiles.resolved(DialectYaml.read(yaml));
        em.createNativeQuery("insert into oci_dialect (customer, yaml, changed_at, changed_by)"
                        + " values (:customer, :yaml, :at, :who) on conflict (customer) do update set"
                        + " yaml = excluded.yaml, changed_at = excluded.changed_at, changed_by = excluded.changed_by")
                .setParameter("customer", customer.value())
                .setParameter("yaml", yaml)
                .setParameter("at", OffsetDateTime.now(clock))
                .setParameter("who", who)
                .executeUpdate();
    }

    private Dialect agreed(PartyId customer) {
        return connections.of(customer).dialect();
    }

    private Optional<String> file(PartyId customer) {
        List<?> rows = em.createNativeQuery("select yaml from oci_dialect where customer = :customer")
                .unwrap(NativeQuery.class)
                .addScalar("yaml", String.class)
                .setParameter("customer", customer.value())
                .getResultList();
        return rows.stream().map(String.class::cast).findFirst();
    }
}
