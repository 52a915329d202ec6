package org.koppel.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class FailuresTest {

    @Test
    void aFailureIsToldWithItsCausesAndWithoutATrace() {
        String cause = Failures.causeOf(new IllegalStateException("cannot", new IOException("disk full")));

        assertThat(cause).isEqualTo("IllegalStateException: cannot / caused by IOException: disk full");
    }
}
