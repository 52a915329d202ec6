package org.koppel.web.security;

import jakarta.resource.ResourceException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.List;
import org.koppel.inbound.InboxFullException;

/** Tells a failure that passes (the database is away, starting or full of connections, the inbox full) from one that does not. */
public final class Unavailability {
    /** Seconds after which a new attempt makes sense. */
    public static final int RETRY_AFTER = 30;

    /** SQLState classes: connection, operator intervention, resources, transaction rollback (PostgreSQL, Appendix A). */
    private static final List<String> PASSING = List.of("08", "57P", "53", "40");

    private static final int DEEPEST = 30;

    private Unavailability() {}

    /** Whether the same call may work later. */
    public static boolean isCauseOf(Throwable failure) {
        Throwable cause = failure;
        for (int i = 0; i < DEEPEST && cause != null; i++) {
            if (passes(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static boolean passes(Throwable cause) {
        if (cause instanceof InboxFullException
                || cause instanceof ResourceException // no connection to be had from the pool
                || cause instanceof SQLTransientException
                || cause instanceof SQLRecoverableException
                || cause instanceof SQLNonTransientConnectionException) {
            return true;
        }
        return cause instanceof SQLException e
                && e.getSQLState() != null
                && PASSING.stream().anyMatch(e.getSQLState()::startsWith);
    }
}
