package org.koppel.web.api;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.UUID;
import org.koppel.inbound.InboxFullException;
import org.koppel.inbound.SlowBodyException;
import org.koppel.web.security.RequestSize;
import org.koppel.web.security.Unavailability;

/**
 * What nobody else maps. 503 when the same call may work later; 500 with an error id, under which the log has the cause. No
 * stack trace leaves the server.
 */
@Provider
public class LastResortMapper implements ExceptionMapper<Throwable> {
    private static final System.Logger LOG = System.getLogger(LastResortMapper.class.getName());

    @Override
    public Response toResponse(Throwable failure) {
        ProblemDetail problem = problem(failure);
        if (problem.status() == 500) {
            LOG.log(Level.ERROR, "Error " + problem.errorId(), failure);
        } else {
            LOG.log(Level.WARNING, "Answered {0}: {1}", Integer.toString(problem.status()), failure.toString());
        }
        Response.ResponseBuilder answer = problem.builder();
        return problem.status() == 503
                ? answer.header(HttpHeaders.RETRY_AFTER, Unavailability.RETRY_AFTER)
                        .build()
                : answer.build();
    }

    static ProblemDetail problem(Throwable failure) {
        if (RequestSize.isTooLarge(failure)) {
            return ProblemDetail.of(413, "TOO_LARGE", "The message is too large", RequestSize.CURE);
        }
        if (failure instanceof SlowBodyException) {
            return ProblemDetail.of(408, "TOO_SLOW", "The message came too slowly", failure.getMessage());
        }
        if (failure instanceof IOException) {
            return ProblemDetail.of(400, "UNREADABLE_BODY", "The body could not be read", "Send the request again.");
        }
        if (failure instanceof InboxFullException) {
            return ProblemDetail.of(503, "BUSY", "Not now", failure.getMessage());
        }
        if (Unavailability.isCauseOf(failure)) {
            return ProblemDetail.of(
                    503,
                    "UNAVAILABLE",
                    "Not now",
                    "The database cannot be reached. Nothing was stored; send the same request again later.");
        }
        return new ProblemDetail(
                500,
                "INTERNAL_ERROR",
                "An error of this server",
                "Tell the supplier the error id; trying again will most likely not help.",
                List.of(),
                null,
                UUID.randomUUID().toString());
    }
}
