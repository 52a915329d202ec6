package org.koppel.outbound;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.koppel.shared.PartyId;

/** Whom a delivery is for; asked before it is claimed, without a lock, for every id that a queue brings: an entity manager would cost more than the row. */
@ApplicationScoped
class Recipients {
    @Resource(lookup = "java:jboss/datasources/KoppelDS")
    private DataSource source;

    /** @throws PersistenceException when the database does not answer */
    public Optional<PartyId> of(UUID delivery) {
        try (Connection database = source.getConnection();
                PreparedStatement asked = database.prepareStatement("select customer from delivery where id = ?")) {
            asked.setObject(1, delivery);
            try (ResultSet row = asked.executeQuery()) {
                return row.next() ? Optional.of(new PartyId(row.getString(1))) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new PersistenceException("The database does not say whom delivery " + delivery + " is for", e);
        }
    }
}
