package org.koppel.codec.edifact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.koppel.codec.EdiFields;
import org.koppel.codec.EdiMessage;
import org.koppel.codec.EdiProblems;
import org.koppel.codec.EdiSegment;
import org.koppel.document.Document;
import org.koppel.document.PartnerReceipt;
import org.koppel.shared.DocumentNumber;

/** One CONTRL: what a partner's translator says to an interchange of ours. Any level that is rejected is a refusal, of all of it or of some messages. */
final class ContrlReading implements EdiMessage<Document> {
    /** 0083: this level and all below it are rejected. */
    private static final String REJECTED = "4";

    private final EdiFields fields;
    private final List<String> details = new ArrayList<>();
    private String control;
    private boolean seen;
    private boolean rejected;
    private boolean whole;

    ContrlReading(EdiProblems problems) {
        this.fields = new EdiFields(problems);
    }

    @Override
    public void take(EdiSegment segment) {
        switch (segment.tag()) {
            case "UCI" -> {
                seen = true;
                control = fields.required(segment, 1, 0, "Say in UCI which interchange is answered");
                level(segment, 4);
            }
            case "UCF" -> level(segment, 4);
            case "UCM" -> level(segment, 3);
            case "UCS" ->
                details.add("segment " + segment.at(1) + (segment.at(2) == null ? "" : ": error " + segment.at(2)));
            case "UCD" -> details.add("error " + segment.at(1) + " in element " + segment.at(2));
            default -> {}
        }
    }

    private void level(EdiSegment segment, int action) {
        if (REJECTED.equals(segment.at(action))) {
            rejected = true;
            whole = whole || !segment.tag().equals("UCM");
            String error = segment.at(action + 1);
            details.add(segment.tag() + ' ' + segment.at(1) + " rejected" + (error == null ? "" : ", error " + error));
        }
    }

    @Override
    public Optional<String> number() {
        return Optional.ofNullable(control);
    }

    @Override
    public Optional<Document> finish(EdiSegment trailer) {
        if (!seen) {
            fields.missing(trailer, 0, 0, "Say in UCI which interchange is answered");
        }
        return control == null
                ? Optional.empty()
                : Optional.of(new PartnerReceipt(
                                new DocumentNumber("CONTRL-" + control), "CONTRL", control, null, !rejected, details)
                        .inPart(rejected && !whole));
    }
}
