package org.koppel.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.koppel.platform.Json;
import org.koppel.shared.PartyId;

/** How the files of each customer are read: options of formats ({@code column.quantity}, {@code csv.decimal}), for all of them or by way in. */
@ApplicationScoped
@Transactional
public class FileAgreements {
    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    /** For CDI. */
    public FileAgreements() {}

    /** Outside a container. */
    public FileAgreements(EntityManager em, Clock clock) {
        this.em = em;
        this.clock = clock;
    }

    /** What holds for a message: what is agreed for the way that it came by, else the customer's. Empty when nothing is. */
    public Map<String, String> holding(PartyId customer, Optional<UUID> wayIn) {
        return wayIn.flatMap(way -> of(customer, Optional.of(way)))
                .or(() -> of(customer, Optional.empty()))
                .orElse(Map.of());
    }

    /** Exactly what is agreed for the way in, or with none for the customer. */
    public Optional<Map<String, String>> of(PartyId customer, Optional<UUID> wayIn) {
        return em
                .createNativeQuery(
                        "select options from file_agreement where customer = :customer"
                                + " and way_in is not distinct from cast(:way as uuid)",
                        String.class)
                .setParameter("customer", customer.value())
                .setParameter("way", wayIn.map(UUID::toString).orElse(null))
                .getResultList()
                .stream()
                .map(json -> options((String) json))
                .findFirst();
    }

    /**
     * Keeps it in place of what was agreed before; without options nothing is agreed any more.
     *
     * @param who the person's name, for the record
     */
    public void save(PartyId customer, Optional<UUID> wayIn, Map<String, String> options, String who) {
        em.createNativeQuery("delete from file_agreement where customer = :customer"
                        + " and way_in is not distinct from cast(:way as uuid)")
                .setParameter("customer", customer.value())
                .setParameter("way", wayIn.map(UUID::toString).orElse(null))
                .executeUpdate();
        if (options.isEmpty()) {
            return;
        }
        em.createNativeQuery("insert into file_agreement (id, customer, way_in, options, changed_at, changed_by)"
                        + " values (:id, :customer, cast(:way as uuid), :options, :at, :who)")
                .setParameter("id", UUID.randomUUID())
                .setParameter("customer", customer.value())
                .setParameter("way", wayIn.map(UUID::toString).orElse(null))
                .setParameter("options", Json.write(options))
                .setParameter("at", OffsetDateTime.now(clock))
                .setParameter("who", who)
                .executeUpdate();
    }

    private static Map<String, String> options(String json) {
        Map<String, String> options = new TreeMap<>();
        Json.read(json, Map.class).forEach((name, value) -> options.put(String.valueOf(name), String.valueOf(value)));
        return options;
    }
}
