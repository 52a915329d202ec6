package org.koppel.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.PersistenceException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class QueuedIdTest {
    private static final UUID ROW = UUID.fromString("00000000-0000-4000-8000-000000000001");

    private final QueuedId queued = new QueuedId(ROW);
    private final List<String> noted = new ArrayList<>();

    @Test
    void anAttemptThatWorksIsNotNoted() {
        queued.attempt(id -> noted.add("done " + id), (id, failure) -> noted.add("failed " + id));

        assertThat(noted).containsExactly("done " + ROW);
    }

    @Test
    void aFailureOfAnyKindIsNotedBesideItsRowAndTravelsOnForTheQueueToRepeat() {
        StackOverflowError failure = new StackOverflowError();

        assertThatThrownBy(() -> queued.attempt(
                        id -> {
                            throw failure;
                        },
                        (id, f) -> noted.add(id + " " + f.getClass().getSimpleName())))
                .isSameAs(failure);
        assertThat(noted).containsExactly(ROW + " StackOverflowError");
    }

    @Test
    void aFailureThatCannotBeNotedTravelsOnAllTheSame() {
        IllegalStateException failure = new IllegalStateException("no order");

        assertThatThrownBy(() -> queued.attempt(
                        id -> {
                            throw failure;
                        },
                        (id, f) -> {
                            throw new PersistenceException("the database is away");
                        }))
                .isSameAs(failure)
                .hasSuppressedException(new PersistenceException("the database is away"));
    }

    @Test
    void aFailureIsToldWithItsCausesAndWithoutATrace() {
        String cause = QueuedId.causeOf(new IllegalStateException("cannot", new IOException("disk full")));

        assertThat(cause).isEqualTo("IllegalStateException: cannot / caused by IOException: disk full");
    }

    @Test
    void aLongFailureIsCutToWhatItsColumnHolds() {
        assertThat(QueuedId.causeOf(new IllegalStateException("x".repeat(5_000))))
                .hasSize(2_000);
    }
}
