package org.koppel.web.api;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.UUID;
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
        if (failure instanceof IOException) {
            LOG.log(Level.INFO, "A request could not be read: {0}", failure.toString());
            if (RequestSize.isTooLarge(failure)) {
                return ProblemDetail.of(413, "TOO_LARGE", "The message is too large", RequestSize.CURE)
                        .response();
            }
            return ProblemDetail.of(400, "UNREADABLE_BODY", "The body could not be read", "Send the request again.")
                    .response();
        }
        if (Unavailability.isCauseOf(failure)) {
            LOG.log(Level.WARNING, "Answered 503: {0}", failure.toString());
            return ProblemDetail.of(
                            503,
                            "UNAVAILABLE",
                            "Not now",
                            "The database cannot be reached. Nothing was stored; send the same request again later.")
                    .builder()
                    .header(HttpHeaders.RETRY_AFTER, Unavailability.RETRY_AFTER)
                    .build();
        }
        String errorId = UUID.randomUUID().toString();
        LOG.log(Level.ERROR, "Error " + errorId, failure);
        return new ProblemDetail(
                        500,
                        "INTERNAL_ERROR",
                        "An error of this server",
                        "Tell the supplier the error id; trying again will most likely not help.",
                        List.of(),
                        null,
                        errorId)
                .response();
    }
}
