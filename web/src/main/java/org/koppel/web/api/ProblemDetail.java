package org.koppel.web.api;

import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.koppel.codec.Problem;

/** An error as RFC 9457 says it. */
@Schema(description = "What is wrong and what to do about it (RFC 9457)")
public record ProblemDetail(
        @Schema(description = "The HTTP status", examples = "422")
        int status,

        @Schema(description = "Stable word for programs", examples = "INVALID_MESSAGE")
        String code,

        @Schema(description = "The kind of error in a few words")
        String title,

        @Schema(description = "What happened here, and what to do")
        String detail,

        @Schema(description = "Everything that is wrong with a message, each with its place")
        List<Problem> problems,

        @Schema(description = "The stored message, when it was kept")
        UUID message,

        @Schema(description = "Quote this to the supplier; it finds the log entry")
        String errorId) {
    static final String MEDIA_TYPE = "application/problem+json";

    static ProblemDetail of(int status, String code, String title, String detail) {
        return new ProblemDetail(status, code, title, detail, List.of(), null, null);
    }

    Response response() {
        return builder().build();
    }

    Response.ResponseBuilder builder() {
        return Response.status(status).type(MEDIA_TYPE).entity(this);
    }
}
