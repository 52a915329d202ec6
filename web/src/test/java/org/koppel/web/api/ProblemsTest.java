package org.koppel.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.koppel.codec.Problem;
import org.koppel.document.Acknowledgement.Outcome;
import org.koppel.inbound.Receipt;
import org.koppel.operations.InvalidFilterException;

class ProblemsTest {
    private static final UUID ID = new UUID(0, 1);
    private static final Problem FIRST = new Problem("MISSING_FIELD", "line 3", "Give the quantity.");
    private static final Problem SECOND = new Problem("DUPLICATE_LINE", "line 4", "Use each line number once.");

    private static Receipt receipt(Outcome outcome, Problem... problems) {
        return new Receipt(ID, outcome, false, List.of(problems), Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "MALFORMED, 400",
        "INVALID, 422",
        "UNAUTHENTICATED, 403",
        "CONFLICT, 409",
        "UNSUPPORTED, 415",
        "TOO_LARGE, 413",
        "THROTTLED, 429"
    })
    void eachOutcomeHasItsStatusAndNamesTheStoredMessage(Outcome outcome, int status) {
        ProblemDetail problem = IntakeAnswers.problem(receipt(outcome, FIRST)).orElseThrow();
        assertThat(problem.status()).isEqualTo(status);
        assertThat(problem.message()).isEqualTo(ID);
        assertThat(problem.detail()).isEqualTo("Give the quantity.");
    }

    @ParameterizedTest
    @EnumSource(value = Outcome.class, names = "RECEIVED", mode = EnumSource.Mode.EXCLUDE)
    void everyProblemIsTold(Outcome outcome) {
        ProblemDetail problem =
                IntakeAnswers.problem(receipt(outcome, FIRST, SECOND)).orElseThrow();
        assertThat(problem.problems()).containsExactly(FIRST, SECOND);
        assertThat(problem.detail()).startsWith("2 problems");
    }

    @Test
    void aMessageThatIsTakenIsNoProblem() {
        assertThat(IntakeAnswers.problem(receipt(Outcome.RECEIVED))).isEmpty();
    }

    @Test
    void aFailureOfTheMachineShowsAnErrorIdAndNothingOfTheFailure() {
        ProblemDetail problem = LastResortMapper.problem(new IllegalStateException("secret of the inside"));
        assertThat(problem.status()).isEqualTo(500);
        assertThat(problem.errorId()).isNotBlank();
        assertThat(problem.toString()).doesNotContain("secret of the inside");
    }

    @Test
    void aDatabaseThatIsAwayIsAnsweredToBeTriedAgain() {
        assertThat(LastResortMapper.problem(new RuntimeException(new SQLException("x", "08006")))
                        .status())
                .isEqualTo(503);
    }

    @Test
    void aBodyThatBreaksOffIsTheCallersProblem() {
        assertThat(LastResortMapper.problem(new IOException("reset")).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", " a", "é", "a\nb"})
    void anIdempotencyKeyThatCannotBeOneIsRefused(String key) {
        assertThatThrownBy(() -> IntakeAnswers.idempotencyKey(key))
                .isInstanceOf(InvalidFilterException.class)
                .hasMessageContaining("Idempotency-Key");
    }

    @Test
    void headersOfTheIntakeAreTakenAsGiven() {
        assertThat(IntakeAnswers.idempotencyKey("order 4711")).contains("order 4711");
        assertThat(IntakeAnswers.idempotencyKey(null)).isEmpty();
        assertThat(IntakeAnswers.format(" cxml-1.2 ").orElseThrow().value()).isEqualTo("cxml-1.2");
        assertThat(IntakeAnswers.format(" ")).isEmpty();
        assertThatThrownBy(() -> IntakeAnswers.format("C XML")).isInstanceOf(InvalidFilterException.class);
    }

    @Test
    void daysAndTimesAreUnderstoodAndOtherTextIsRefusedByName() {
        assertThat(ListParameters.time("from", "2026-01-05")).hasToString("2026-01-05T00:00:00Z");
        assertThat(ListParameters.time("from", "2026-01-05T08:00:00+01:00")).hasToString("2026-01-05T07:00:00Z");
        assertThatThrownBy(() -> ListParameters.time("from", "yesterday"))
                .isInstanceOf(InvalidFilterException.class)
                .hasMessageContaining("from");
    }
}
