package org.koppel.document;

import java.time.OffsetDateTime;
import java.util.List;
import org.koppel.shared.DocumentNumber;

/**
 * What became of a document that its sender cannot see itself: it was read, and refused (UBL ApplicationResponse, EDIFACT APERAK,
 * X12 824). {@code answered} is that document's own number, {@code answeredType} its record's name, {@code message} its sender's id of the
 * message that brought it (may be null).
 */
public record ApplicationResponse(
        DocumentNumber number,
        OffsetDateTime issuedAt,
        DocumentNumber answered,
        String answeredType,
        String message,
        boolean test,
        List<Finding> findings)
        implements Document {

    /** Why: a stable code, the place in the sender's terms, and in English what to do. */
    public record Finding(String code, String location, String text) {}

    public ApplicationResponse {
        findings = List.copyOf(findings);
    }
}
