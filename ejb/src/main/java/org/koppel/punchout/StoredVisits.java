package org.koppel.punchout;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.koppel.platform.Json;
import org.koppel.shared.PartyId;

/** Visits, found by the hash of their token. */
@ApplicationScoped
class StoredVisits {
    /** In the order of {@link FoundVisit}. */
    private static final String FOUND = "select v.id, v.customer, v.buyer, v.mechanism, v.language, v.return_url,"
            + " v.return_fields, v.target, v.charset, v.purpose, v.ship_to, v.created_at, v.seen_at, v.expires_at,"
            + " (select count(*) from cart c join cart_line l on l.cart = c.id"
            + " where c.visit = v.id and c.status = 'OPEN') as cart_lines,"
            + " exists (select 1 from shopper_rule r where r.customer = v.customer) as ruled,"
            + " exists (select 1 from buyer b where b.customer = v.customer and b.login = v.known and not b.active) as off"
            + " from punchout_visit v where v.token_hash = ?";

    @PersistenceContext
    EntityManager em;

    @Resource(lookup = "java:jboss/datasources/KoppelDS")
    DataSource source;

    /** Written at once: who opens it may find it in the same transaction, which no entity manager is asked for. */
    void add(StoredVisit visit) {
        em.persist(visit);
        em.flush();
    }

    /** By name; empty when there is no such visit. */
    Map<String, String> parameters(UUID visit) {
        List<?> rows = em.createNativeQuery("select parameters from punchout_visit where id = :id")
                .setParameter("id", visit)
                .getResultList();
        Map<String, String> parameters = new HashMap<>();
        rows.stream()
                .map(r -> Json.read((String) r, JsonNode.class))
                .forEach(all -> all.fields()
                        .forEachRemaining(
                                p -> parameters.put(p.getKey(), p.getValue().asText())));
        return parameters;
    }

    /**
     * One statement, with or without a transaction: every request of the shop begins with it. Plain JDBC, because an entity manager of its own for
     * one row takes longer than the row.
     */
    Optional<FoundVisit> byTokenHash(byte[] hash) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(FOUND)) {
            statement.setBytes(1, hash);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(found(row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new PersistenceException("The database did not find a visit: " + e.getSQLState(), e);
        }
    }

    private static FoundVisit found(ResultSet row) throws SQLException {
        return new FoundVisit(
                row.getObject(1, UUID.class),
                new PartyId(row.getString(2)),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                Purpose.valueOf(row.getString(10)),
                row.getString(11),
                row.getObject(12, OffsetDateTime.class).toInstant(),
                row.getObject(13, OffsetDateTime.class).toInstant(),
                row.getObject(14, OffsetDateTime.class).toInstant(),
                row.getInt(15),
                row.getBoolean(16),
                row.getBoolean(17));
    }

    @Transactional
    public void seen(UUID visit, Instant now, Instant expiresAt) {
        em.createNativeQuery("update punchout_visit set seen_at = :now, expires_at = :expires where id = :id")
                .setParameter("now", now)
                .setParameter("expires", expiresAt)
                .setParameter("id", visit)
                .executeUpdate();
    }

    void speak(UUID visit, String language) {
        em.createNativeQuery("update punchout_visit set language = :language where id = :id")
                .setParameter("language", language)
                .setParameter("id", visit)
                .executeUpdate();
    }
}
