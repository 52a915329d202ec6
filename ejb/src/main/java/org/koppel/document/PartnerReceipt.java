package org.koppel.document;

import java.util.List;
import java.util.Set;
import org.koppel.shared.DocumentNumber;

/**
 * A partner says what became of something we sent (CONTRL, APERAK, X12 997 and 999, UBL ApplicationResponse, cXML
 * StatusUpdateRequest). {@code number} is the receipt's own, {@code kind} the format's word for it. What it answers is named by the
 * control reference of our interchange ({@code control}) or by the number of our document ({@code answers}); at least one is there.
 * {@code details} are the partner's words and codes. {@code answeredType} is the type of our document where the receipt tells it, else null;
 * {@code partly} that only some documents of the interchange are refused.
 */
public record PartnerReceipt(
        DocumentNumber number,
        String kind,
        String control,
        DocumentNumber answers,
        boolean accepted,
        List<String> details,
        String answeredType,
        boolean partly)
        implements Document {
    private static final Set<String> KINDS =
            Set.of("CONTRL", "APERAK", "997", "999", "824", "ApplicationResponse", "StatusUpdateRequest");

    /** About all of it, without a word of its type. */
    public PartnerReceipt(
            DocumentNumber number,
            String kind,
            String control,
            DocumentNumber answers,
            boolean accepted,
            List<String> details) {
        this(number, kind, control, answers, accepted, details, null, false);
    }

    /** The same, about a document of ours of this type; null where it is not told. */
    public PartnerReceipt about(String type) {
        return new PartnerReceipt(number, kind, control, answers, accepted, details, type, partly);
    }

    /** The same, and whether only some documents of the interchange are refused. */
    public PartnerReceipt inPart(boolean only) {
        return new PartnerReceipt(number, kind, control, answers, accepted, details, answeredType, only);
    }

    public PartnerReceipt {
        details = details == null ? List.of() : List.copyOf(details);
    }

    /** Whether a format's word is that of a receipt, read or not: no receipt is answered, so that two systems never answer each other without end. */
    public static boolean isKind(String word) {
        return KINDS.contains(word);
    }
}
