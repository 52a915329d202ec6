package org.koppel.web.api;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.koppel.codec.FormatId;
import org.koppel.codec.Problem;
import org.koppel.document.Acknowledgement.Outcome;
import org.koppel.inbound.Receipt;
import org.koppel.operations.InvalidFilterException;
import org.koppel.party.FailedLogins;

/** What REST says to a receipt: 202 or 200 when the message is taken, a problem otherwise. */
final class IntakeAnswers {
    private static final int LONGEST_KEY = 200;

    private IntakeAnswers() {}

    /** @throws InvalidFilterException when the header is there but cannot be a format id */
    static Optional<FormatId> format(String header) {
        if (header == null || header.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new FormatId(header.strip()));
        } catch (IllegalArgumentException e) {
            throw new InvalidFilterException("Koppel-Format", header, "use a format id such as cxml-1.2", e);
        }
    }

    /** @throws InvalidFilterException when the header is there but empty, too long or not plain ASCII */
    static Optional<String> idempotencyKey(String header) {
        if (header == null) {
            return Optional.empty();
        }
        if (!header.matches("[\\x21-\\x7e]([\\x20-\\x7e]*[\\x21-\\x7e])?") || header.length() > LONGEST_KEY) {
            throw new InvalidFilterException(
                    "Idempotency-Key", header, "use 1 to " + LONGEST_KEY + " printable ASCII characters");
        }
        return Optional.of(header);
    }

    /** @param status how far the message is; for a repeated one not RECEIVED any more, most likely */
    static Response of(Receipt receipt, String status) {
        Optional<ProblemDetail> problem = problem(receipt);
        if (problem.isEmpty()) {
            return taken(receipt, status);
        }
        Response.ResponseBuilder answer = problem.get().builder();
        return receipt.outcome() == Outcome.THROTTLED
                ? answer.header(HttpHeaders.RETRY_AFTER, FailedLogins.RETRY_AFTER)
                        .build()
                : answer.build();
    }

    /** Empty when the message is taken. */
    static Optional<ProblemDetail> problem(Receipt receipt) {
        return switch (receipt.outcome()) {
            case RECEIVED -> Optional.empty();
            case MALFORMED -> problem(400, "MALFORMED_MESSAGE", "The message cannot be parsed", receipt);
            case INVALID -> problem(422, "INVALID_MESSAGE", "The message is not acceptable", receipt);
            case UNAUTHENTICATED -> problem(403, "UNKNOWN_SENDER", "The sender did not prove itself", receipt);
            case CONFLICT -> problem(409, "CONFLICT", "Another message came under this reference before", receipt);
            case UNSUPPORTED -> problem(415, "UNSUPPORTED", "This server does not take such messages", receipt);
            case TOO_LARGE -> problem(413, "TOO_LARGE", "The message is too large", receipt);
            case THROTTLED -> problem(429, "TOO_MANY_ATTEMPTS", "The sender failed to prove itself too often", receipt);
        };
    }

    private static Response taken(Receipt receipt, String status) {
        var links = Views.messageLinks(receipt.id());
        return Response.status(receipt.repeated() ? 200 : 202)
                .header(HttpHeaders.LOCATION, links.get("self"))
                .entity(new Accepted(receipt.id(), status, links))
                .build();
    }

    private static Optional<ProblemDetail> problem(int status, String code, String title, Receipt receipt) {
        List<Problem> problems = receipt.problems();
        String detail = switch (problems.size()) {
            case 0 -> title;
            case 1 -> problems.get(0).message();
            default -> problems.size() + " problems; problems[] has each with its place and cure.";
        };
        return Optional.of(new ProblemDetail(status, code, title, detail, problems, receipt.id(), null));
    }
}
