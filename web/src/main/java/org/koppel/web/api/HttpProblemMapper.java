package org.koppel.web.api;

import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;

/** What HTTP itself refuses: no such address, wrong method, no key, not allowed. */
@Provider
public class HttpProblemMapper implements ExceptionMapper<WebApplicationException> {

    @Override
    public Response toResponse(WebApplicationException e) {
        Response given = e.getResponse();
        if (given.getStatus() < 400 || given.hasEntity()) {
            return given;
        }
        Response.StatusType status = given.getStatusInfo();
        String title = status.getReasonPhrase();
        Response.ResponseBuilder answer = ProblemDetail.of(
                        status.getStatusCode(),
                        title.toUpperCase(Locale.ROOT).replaceAll("[^A-Z]+", "_"),
                        title,
                        detail(e, status.getStatusCode()))
                .builder();
        copy(given, answer, HttpHeaders.ALLOW);
        copy(given, answer, HttpHeaders.WWW_AUTHENTICATE);
        copy(given, answer, HttpHeaders.RETRY_AFTER);
        return answer.build();
    }

    private static String detail(WebApplicationException e, int status) {
        if (e instanceof NotAuthorizedException) {
            return e.getMessage();
        }
        if (e instanceof NotAllowedException) {
            return "This address does not take that method; the header Allow names those it takes.";
        }
        return switch (status) {
            case 403 -> "This key may not do that: it is for the supplier's back office only.";
            case 404 -> "There is nothing at this address, or this key may not see it. All addresses: /openapi";
            case 406 -> "The answer is not available in the media types of the header Accept.";
            case 429 ->
                "Too many wrong keys of this name came from your address. Wait a quarter of an hour, then send the right one.";
            case 415 -> "This address does not take that Content-Type.";
            default -> "The request cannot be answered as it is. How to call this address: /openapi";
        };
    }

    private static void copy(Response from, Response.ResponseBuilder to, String header) {
        String value = from.getHeaderString(header);
        if (value != null) {
            to.header(header, value);
        }
    }
}
