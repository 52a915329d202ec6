package org.koppel.web.portal;

import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.UUID;
import org.koppel.operations.InvalidFilterException;
import org.koppel.web.security.Unavailability;

/** Every error of the customers' own pages as a page that says what to do; the last resort carries an error id only. */
@Provider
public class PortalErrorMapper implements ExceptionMapper<Throwable> {
    private static final System.Logger LOG = System.getLogger(PortalErrorMapper.class.getName());

    @Inject
    private PortalPages pages;

    @Override
    public Response toResponse(Throwable failure) {
        if (failure instanceof WebApplicationException e) {
            int status = e.getResponse().getStatus();
            return status < 400 ? e.getResponse() : page(status, status == 403 ? "forbidden" : "missing", "");
        }
        if (failure instanceof InvalidFilterException e) {
            return page(400, e.parameter().equals("format") ? "format" : "filter", e.getMessage());
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
