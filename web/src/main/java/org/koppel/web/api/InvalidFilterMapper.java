package org.koppel.web.api;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import org.koppel.codec.Problem;
import org.koppel.operations.InvalidFilterException;

/** A query parameter that means nothing: 400, naming it. */
@Provider
public class InvalidFilterMapper implements ExceptionMapper<InvalidFilterException> {

    @Override
    public Response toResponse(InvalidFilterException e) {
        Problem problem = new Problem("INVALID_PARAMETER", e.parameter(), e.getMessage());
        return new ProblemDetail(
                        400,
                        "INVALID_PARAMETER",
                        "A parameter means nothing",
                        e.getMessage(),
                        List.of(problem),
                        null,
                        null)
                .response();
    }
}
