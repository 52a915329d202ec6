package org.koppel.document;

import java.time.OffsetDateTime;
import java.util.List;
import org.koppel.shared.DocumentNumber;

/**
 * What the reading of an interchange found, for its sender (EDIFACT CONTRL, X12 997): what is not named as refused was taken.
 * {@code issuedAt} is null until it is sent; {@code refusal} says why nothing of the interchange was taken, null when some was.
 */
public record InterchangeReceipt(
        DocumentNumber number,
        OffsetDateTime issuedAt,
        Interchange interchange,
        Fault refusal,
        List<Group> groups,
        List<RefusedMessage> refused)
        implements Document {

    /** Most faults that one refused message names. */
    public static final int MOST_FAULTS = 50;

    /**
     * The header of the interchange that came: its control reference, who sent it to whom (identification and qualifier, which
     * may be null), its syntax ({@code UNOC:3}, {@code 00401}) and whether it is a test.
     */
    public record Interchange(
            String reference,
            String sender,
            String senderQualifier,
            String recipient,
            String recipientQualifier,
            String syntax,
            boolean test) {}

    /** A functional group: its kind ({@code PO}), control reference, version, and how many messages it held and lost. */
    public record Group(String kind, String reference, String version, int messages, int refused) {}

    /** A message that was not taken. {@code group} is the reference of its group, null without one. */
    public record RefusedMessage(String reference, String type, String version, String group, List<Fault> faults) {

        public RefusedMessage {
            faults = List.copyOf(faults);
        }
    }

    /**
     * A fault in neutral terms: {@code kind} as the readers of EDI call it ({@code ELEMENT_MISSING}); {@code segment} counts from
     * 1 at the message's header, 0 where it is not about one; {@code element}, {@code component} likewise; {@code value} may be
     * null.
     */
    public record Fault(
            String kind, String tag, int segment, int element, int component, String value, String message) {}

    public InterchangeReceipt {
        groups = groups == null ? List.of() : List.copyOf(groups);
        refused = refused == null ? List.of() : List.copyOf(refused);
    }

    /** The same, issued now. */
    public InterchangeReceipt at(OffsetDateTime now) {
        return new InterchangeReceipt(number, now, interchange, refusal, groups, refused);
    }

    /** The same interchange, nothing of it taken. */
    public InterchangeReceipt refusedFor(Fault why) {
        return new InterchangeReceipt(number, issuedAt, interchange, why, groups, refused);
    }
}
