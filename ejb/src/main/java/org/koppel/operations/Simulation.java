package org.koppel.operations;

import java.time.Instant;
import java.util.UUID;

/**
 * A punch-out that a person plays in the console. What has not happened yet is null; {@code request} and {@code orderDocument} have
 * their secrets covered; {@code returned} is the form as posted ({@code application/x-www-form-urlencoded}).
 */
public record Simulation(
        String id,
        String user,
        String customer,
        String system,
        String operation,
        boolean framed,
        String request,
        Instant createdAt,
        Instant sentAt,
        String answer,
        String refused,
        String returned,
        Instant returnedAt,
        String orderDocument,
        String orderAnswer,
        UUID orderMessage,
        Instant orderedAt) {

    /** One that has not been sent yet. */
    public static Simulation prepared(
            String id, String user, String customer, String system, String operation, boolean framed, String request) {
        return new Simulation(
                id, user, customer, system, operation, framed, request, null, null, null, null, null, null, null, null,
                null, null);
    }
}
