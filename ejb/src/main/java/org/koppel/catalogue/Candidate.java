package org.koppel.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;

/** An article that answers a question, before it is priced; {@code category} may be null. */
record Candidate(String number, String category) {

    static Candidate read(ResultSet row) throws SQLException {
        return new Candidate(row.getString("number"), row.getString("category"));
    }
}
