package org.koppel.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class BodyTest {

    @Test
    void aMessageOfExactlyTheLimitIsKeptWhole() throws IOException {
        Body body = Body.read(new ByteArrayInputStream(new byte[100_000]), 100_000);

        assertThat(body.tooLarge()).isFalse();
        assertThat(body.content()).hasSize(100_000);
    }

    @Test
    void ofALargerOneTheHeadIsKeptAndTheWholeSizeCounted() throws IOException {
        Body body = Body.read(new ByteArrayInputStream(new byte[300_000]), 100_000);

        assertThat(body.tooLarge()).isTrue();
        assertThat(body.size()).isEqualTo(300_000);
        assertThat(body.content()).hasSize(64 * 1024);
    }
}
