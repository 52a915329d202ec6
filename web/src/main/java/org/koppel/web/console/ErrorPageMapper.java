package org.koppel.web.console;

import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.UUID;
import org.koppel.inbound.UnknownMessageException;
import org.koppel.operations.InvalidFilterException;
import org.koppel.order.IllegalOrderStateException;
import org.koppel.order.UnknownOrderException;
import org.koppel.outbound.IllegalDeliveryStateException;
import org.koppel.outbound.UnknownDeliveryException;
import org.koppel.outbound.UnknownDocumentException;
import org.koppel.web.security.Unavailability;

/** Every error of the console as a page that says what to do; the last resort carries an error id and no stack trace. */
@Provider
public class ErrorPageMapper implements ExceptionMapper<Throwable> {
    private static final System.Logger LOG = System.getLogger(ErrorPageMapper.class.getName());

    @Inject
    private ConsolePages pages;

    @Override
    public Response toResponse(Throwable failure) {
        if (failure instanceof WebApplicationException e) {
            int status = e.getResponse().getStatus();
            return status < 400 ? e.getResponse() : page(status, status == 403 ? "forbidden" : "missing", "");
        }
        if (failure instanceof InvalidFilterException e) {
            return page(400, e.parameter().equals("format") ? "format" : "filter", e.getMessage());
        }
        if (failure instanceof UnknownDeliveryException
                || failure instanceof UnknownDocumentException
                || failure instanceof UnknownOrderException
                || failure instanceof UnknownMessageException) {
            return page(404, "missing", "");
        }
        if (failure instanceof IllegalDeliveryStateException) {
            return page(409, "underway", "");
        }
        if (failure instanceof IllegalOrderStateException) {
            return page(409, "decided", failure.getMessage());
        }
        if (Unavailability.isCauseOf(failure)) {
            LOG.log(Level.WARNING, "Answered 503: {0}", failure.toString());
            return Response.fromResponse(page(503, "unavailable", ""))
                    .header(HttpHeaders.RETRY_AFTER, Unavailability.RETRY_AFTER)
                    .build();
        }
        String errorId = UUID.randomUUID().toString();
        LOG.log(Level.ERROR, "Error " + errorId, failure);
        return page(500, "internal", errorId);
    }

    private Response page(int status, String kind, String detail) {
        return pages.plain(status, "error", Map.of("kind", kind, "detail", detail));
    }
}
