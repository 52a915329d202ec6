package org.koppel.document;

import java.time.OffsetDateTime;
import java.util.List;
import org.koppel.shared.DocumentNumber;

/**
 * What became of a document that its sender cannot see itself: it was read, and refused (UBL ApplicationResponse, EDIFACT APERAK,
 * X12 824). {@code answered} is that document's own number, {@code answeredType} its record's name (or the format's word, where it could
 * not be read), {@code message} its sender's id of the message that brought it (may be null), {@code receiver} the customer that sent it,
 * null for the back office.
 */
public record ApplicationResponse(
        DocumentNumber number,
        OffsetDateTime issuedAt,
        DocumentNumber answered,
        String answeredType,
        String message,
        boolean test,
        List<Finding> findings,
        Party receiver)
        implements Document {

    /** Why: a stable code, the place in the sender's terms, and what to do, in the receiver's language. */
    public record Finding(String code, String location, String text) {

        /** All of it in one text, for formats that have no fields for it. */
        public String words() {
            return hasPlace() ? code + ' ' + placed() : code + ": " + text;
        }

        /** The place, where there is one, and what to do. */
        public String placed() {
            return hasPlace() ? location + ": " + text : text;
        }

        /** Whether it says where; of a document as a whole there is no place. */
        public boolean hasPlace() {
            return location != null && !location.isBlank();
        }
    }

    public ApplicationResponse {
        findings = List.copyOf(findings);
    }

    /** Whether it is for the back office, and not for a customer. */
    public boolean toBackOffice() {
        return receiver == null;
    }

    /** To the back office. */
    public ApplicationResponse(
            DocumentNumber number,
            OffsetDateTime issuedAt,
            DocumentNumber answered,
            String answeredType,
            String message,
            boolean test,
            List<Finding> findings) {
        this(number, issuedAt, answered, answeredType, message, test, findings, null);
    }
}
