package org.koppel.codec.x12;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.koppel.codec.EdiFields;
import org.koppel.codec.EdiMessage;
import org.koppel.codec.EdiProblems;
import org.koppel.codec.EdiSegment;
import org.koppel.document.Document;
import org.koppel.document.PartnerReceipt;
import org.koppel.shared.DocumentNumber;

/** One 997 or 999: what a partner's translator says to a group of ours, which it names by its control number (AK102). */
final class ReceiptReading implements EdiMessage<Document> {
    /** 715: accepted, accepted although errors were noted. Partly accepted is not. */
    private static final Set<String> ACCEPTED = Set.of("A", "E");

    private static final String PARTLY = "P";

    private final String kind;
    private final EdiFields fields;
    private final List<String> details = new ArrayList<>();
    private String control;
    private String verdict;
    private boolean seen;

    /** @param kind 997 or 999 */
    ReceiptReading(String kind, EdiProblems problems) {
        this.kind = kind;
        this.fields = new EdiFields(problems);
    }

    @Override
    public void take(EdiSegment segment) {
        switch (segment.tag()) {
            case "AK1" -> {
                seen = true;
                control = fields.required(segment, 2, 0, "Say in AK102 which group is answered");
            }
            case "AK3", "IK3" -> details.add("segment " + segment.at(1) + " at " + segment.at(2) + code(segment.at(4)));
            case "AK4", "IK4" ->
                details.add("element " + element(segment) + code(segment.at(3)) + value(segment.at(4)));
            case "AK5", "IK5" -> details.add("set " + segment.at(1) + code(segment.at(2)));
            case "AK9" -> verdict = segment.at(1);
            default -> {}
        }
    }

    /** C030: the element, and the component in it. */
    private static String element(EdiSegment segment) {
        String component = segment.at(1, 2);
        return segment.at(1) + (component == null ? "" : "." + component);
    }

    private static String code(String code) {
        return code == null ? "" : ": error " + code;
    }

    private static String value(String value) {
        return value == null ? "" : " (" + value + ")";
    }

    @Override
    public Optional<String> number() {
        return Optional.ofNullable(control);
    }

    @Override
    public Optional<Document> finish(EdiSegment trailer) {
        if (!seen) {
            fields.missing(trailer, 0, 0, "Say in AK102 which group is answered");
        }
        if (verdict == null) {
            fields.missing(trailer, 0, 0, "Say in AK901 whether the group is accepted");
        }
        return control == null || verdict == null
                ? Optional.empty()
                : Optional.of(new PartnerReceipt(
                                new DocumentNumber(kind + '-' + control),
                                kind,
                                control,
                                null,
                                ACCEPTED.contains(verdict),
                                ACCEPTED.contains(verdict) ? List.of() : details)
                        .inPart(PARTLY.equals(verdict)));
    }
}
