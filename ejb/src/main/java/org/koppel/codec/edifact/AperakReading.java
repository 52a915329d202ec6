package org.koppel.codec.edifact;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.koppel.codec.EdiFields;
import org.koppel.codec.EdiMessage;
import org.koppel.codec.EdiProblems;
import org.koppel.codec.EdiSegment;
import org.koppel.document.Document;
import org.koppel.document.PartnerReceipt;
import org.koppel.shared.DocumentNumber;

/** One APERAK: what a partner's application says to a document of ours, which it names by its number. An ERC or the function 27 rejects it. */
final class AperakReading implements EdiMessage<Document> {
    /** 1153: previous message, document, order response, despatch advice, invoice; the first one that is there counts. */
    private static final Set<String> REFERENCES = Set.of("ACW", "DM", "POR", "AAK", "IV");

    /** The types of ours that some of them tell. */
    private static final Map<String, String> TYPES =
            Map.of("POR", "OrderResponse", "AAK", "DespatchAdvice", "IV", "Invoice");

    private static final String NOT_ACCEPTED = "27";

    private final EdiFields fields;
    private final List<String> details = new ArrayList<>();
    private EdiSegment bgm;
    private String answered;
    private String type;
    private boolean rejected;

    AperakReading(EdiProblems problems) {
        this.fields = new EdiFields(problems);
    }

    @Override
    public void take(EdiSegment segment) {
        switch (segment.tag()) {
            case "BGM" -> {
                bgm = segment;
                rejected = rejected || NOT_ACCEPTED.equals(segment.at(3));
            }
            case "RFF" -> {
                if (answered == null && segment.isOneOf(REFERENCES, 1)) {
                    answered = segment.at(1, 2);
                    type = TYPES.get(segment.at(1));
                }
            }
            case "ERC" -> {
                rejected = true;
                details.add("error " + segment.at(1));
            }
            case "FTX" -> {
                StringBuilder words = new StringBuilder();
                OrdersMessage.text(segment, words);
                if (!words.isEmpty()) {
                    details.add(words.toString());
                }
            }
            default -> {}
        }
    }

    @Override
    public Optional<String> number() {
        return Optional.ofNullable(bgm).map(b -> b.at(2));
    }

    @Override
    public Optional<Document> finish(EdiSegment trailer) {
        if (answered == null) {
            fields.missing(trailer, 0, 0, "Name in RFF+ACW the document that is answered");
            return Optional.empty();
        }
        String own = number().orElse("APERAK-" + answered);
        return Optional.of(new PartnerReceipt(
                        new DocumentNumber(own), "APERAK", null, new DocumentNumber(answered), !rejected, details)
                .about(type));
    }
}
