package org.koppel.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TimedBodyTest {
    private long nanos;

    @Test
    void whoSendsAByteNowAndThenIsNotWaitedForLonger() throws Exception {
        InputStream body = body(1_000);
        for (int i = 0; i < 3; i++) {
            pass(Duration.ofSeconds(10));
            assertThat(body.read()).isZero();
        }
        pass(Duration.ofSeconds(10));

        assertThatThrownBy(() -> body.read(new byte[1]))
                .isInstanceOf(SlowBodyException.class)
                .hasMessageContaining("send the same message again");
    }

    @Test
    void aSlowLineHasTimeForALargeMessage() throws Exception {
        InputStream body = body(3_000_000);

        while (body.readNBytes(TimedBody.BYTES_A_SECOND).length > 0) {
            pass(Duration.ofSeconds(1));
        }

        assertThat(Duration.ofNanos(nanos)).isGreaterThan(Duration.ofMinutes(3));
    }

    @Test
    void afterFiveMinutesItIsOver() throws Exception {
        InputStream body = body(100_000_000);
        body.readNBytes(50_000_000);
        pass(TimedBody.LONGEST);
        body.readNBytes(50_000);
        pass(Duration.ofSeconds(1));

        assertThatThrownBy(body::read).isInstanceOf(SlowBodyException.class);
    }

    @Test
    void whatIsThereIsNotRefusedForTheTimeAfterwards() throws Exception {
        InputStream body = body(1);
        assertThat(body.read()).isZero();
        pass(Duration.ofHours(1));

        assertThat(body.read()).isEqualTo(-1);
    }

    private InputStream body(int size) {
        return new TimedBody(new ByteArrayInputStream(new byte[size]), () -> nanos);
    }

    private void pass(Duration time) {
        nanos += time.toNanos();
    }
}
