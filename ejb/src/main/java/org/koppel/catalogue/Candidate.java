package org.koppel.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * An article that answers a question, before it is priced; {@code category} and {@code brand} may be null. {@code looked} is how many
 * texts with the words were looked at, the same for all candidates of an answer; without a {@code number} it says only that.
 */
record Candidate(String number, String category, String brand, boolean stocked, int looked) {

    static Candidate read(ResultSet row) throws SQLException {
        return new Candidate(
                row.getString("number"),
                row.getString("category"),
                row.getString("brand"),
                row.getBoolean("stocked"),
                row.getInt("looked"));
    }
}
