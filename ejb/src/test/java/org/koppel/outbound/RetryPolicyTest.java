package org.koppel.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {

    @Test
    void delaysAreSecondsWithCommasBetween() {
        assertThat(RetryPolicy.delays("1, 300,43200"))
                .containsExactly(Duration.ofSeconds(1), Duration.ofMinutes(5), Duration.ofHours(12));
    }

    @Test
    void anUnreadableDelayIsNamedWithItsVariable() {
        assertThatThrownBy(() -> RetryPolicy.delays("1,soon"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("KOPPEL_RETRY_DELAYS")
                .hasMessageContaining("1,soon");
    }
}
