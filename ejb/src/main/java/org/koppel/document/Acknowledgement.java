package org.koppel.document;

import java.time.OffsetDateTime;
import java.util.List;
import org.koppel.shared.DocumentNumber;

/**
 * The immediate technical answer to a message, in the partner's own format (cXML Response, CONTRL, 997). {@code number} is
 * Koppel's id of the answer, {@code answers} the partner's id of the message (may be null when it could not be read).
 */
public record Acknowledgement(
        DocumentNumber number, OffsetDateTime issuedAt, String answers, Outcome outcome, List<String> details)
        implements Document {

    /** What became of the message, in terms every format can say. */
    public enum Outcome {
        /** Stored; will be worked on. */
        RECEIVED,
        /** Cannot be parsed at all. */
        MALFORMED,
        /** Parsed, but not acceptable: the details say where and why. */
        INVALID,
        /** The sender is not known or its secret is wrong. */
        UNAUTHENTICATED,
        /** The same id came before with other content. */
        CONFLICT,
        /** A kind of request this server does not serve. */
        UNSUPPORTED,
        /** Larger than the server takes. */
        TOO_LARGE,
        /** The sender failed to prove itself too often; nothing was looked at. */
        THROTTLED
    }

    public Acknowledgement {
        details = details == null ? List.of() : List.copyOf(details);
    }
}
