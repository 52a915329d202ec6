package org.koppel.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.koppel.codec.AnswerReader;
import org.koppel.codec.CodecRegistry;
import org.koppel.codec.FormatId;
import org.koppel.transport.DeliveryOutcome;

/** A partner's system may say no in words although its server said yes: what was sent counts only when both do. */
@ApplicationScoped
class PartnerAnswers {
    @Inject
    CodecRegistry codecs;

    /** @param formats of what was sent */
    DeliveryOutcome judged(DeliveryOutcome outcome, List<FormatId> formats) {
        if (outcome.kind() != DeliveryOutcome.Kind.DELIVERED || outcome.answer() == null) {
            return outcome;
        }
        return formats.stream()
                .flatMap(f -> codecs.answers(f).stream())
                .map(reader -> reader.read(outcome.answer()))
                .flatMap(Optional::stream)
                .findFirst()
                .map(answer -> judged(outcome, answer))
                .orElse(outcome);
    }

    private static DeliveryOutcome judged(DeliveryOutcome outcome, AnswerReader.Answer answer) {
        return switch (answer.verdict()) {
            case TAKEN -> outcome;
            case LATER -> DeliveryOutcome.retry(answer.code(), "The partner asks to try later: " + answer.text());
            case REFUSED ->
                DeliveryOutcome.rejected(
                        answer.code(),
                        "The partner refuses the document: " + answer.text() + ". Ask why, then send it again");
        };
    }
}
