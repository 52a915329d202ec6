package org.koppel.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.koppel.codec.Generated;

class BodyTest {
    private static final int LIMIT = 1_000_000;
    private static final int BUDGET = 3_000_000;
    private final BodyBudget budget = new BodyBudget(BUDGET, LIMIT);

    private Body read(InputStream in, long announced, int limit) throws IOException {
        try (BodyBudget.Share share = budget.share(true)) {
            return Body.read(in, announced, limit, share);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0,-1",
        "0,0",
        "1,-1",
        "65535,-1",
        "65536,-1",
        "65536,65536",
        "65537,65537",
        "65537,-1",
        "65537,65536",
        "999999,-1",
        "999999,999999",
        "1000000,-1",
        "1000000,1000000",
        "1000000,10",
        "200000,900000"
    })
    void everyByteUpToTheLimitIsKeptWhateverTheSenderAnnounced(int size, long announced) throws IOException {
        byte[] sent = new byte[size];
        new Random(size).nextBytes(sent);

        Body body = read(new ByteArrayInputStream(sent), announced, LIMIT);

        assertThat(body.tooLarge()).isFalse();
        assertThat(body.content()).isEqualTo(sent);
        assertThat(body.size()).isEqualTo(size);
        assertThat(budget.left()).isEqualTo(BUDGET);
    }

    @ParameterizedTest
    @CsvSource({"300000,-1", "300000,300000", "300000,10", "100001,-1"})
    void ofALargerOneTheHeadIsKeptAndTheWholeSizeCounted(int size, long announced) throws IOException {
        Body body = read(new ByteArrayInputStream(new byte[size]), announced, 100_000);

        assertThat(body.tooLarge()).isTrue();
        assertThat(body.size()).isEqualTo(size);
        assertThat(body.content()).hasSize(64 * 1024);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 1L << 30})
    void ofAGigabyteOnlyTheHeadIsKeptWhileItsSenderFinishes(long announced) throws IOException {
        String megabyte = "x".repeat(1 << 20);
        Generated gigabyte = new Generated("", 1024, i -> megabyte, "");

        Body body = read(gigabyte, announced, LIMIT);

        assertThat(body.tooLarge()).isTrue();
        assertThat(body.content()).hasSize(64 * 1024);
        assertThat(body.size()).isEqualTo(1L << 30);
        assertThat(gigabyte.size()).isEqualTo(1L << 30);
        assertThat(budget.left()).isEqualTo(BUDGET);
    }

    @Test
    void oneThatSaysItIsTooLargeTakesNoMemory() throws IOException {
        try (BodyBudget.Share all = budget.share(true)) {
            assertThat(all.take(BUDGET)).isTrue();

            assertThat(read(new ByteArrayInputStream(new byte[300_000]), 300_000, 100_000)
                            .tooLarge())
                    .isTrue();
        }
    }

    @Test
    void whenLargeMessagesFillTheMemoryMoreAreRefusedAndSmallOnesStillTaken() throws Exception {
        ExecutorService senders = Executors.newFixedThreadPool(3);
        CountDownLatch underWay = new CountDownLatch(3);
        CountDownLatch goOn = new CountDownLatch(1);
        List<Future<Body>> large = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            large.add(senders.submit(() -> read(new Stalling(LIMIT, underWay, goOn), LIMIT, LIMIT)));
        }
        assertThat(underWay.await(30, TimeUnit.SECONDS)).isTrue();

        CountingStream refused = new CountingStream(LIMIT);
        assertThatThrownBy(() -> read(refused, LIMIT, LIMIT)).isInstanceOf(InboxFullException.class);
        assertThat(refused.given)
                .as("it is read to its end, so that its sender gets the answer")
                .isEqualTo(LIMIT);
        assertThat(read(new ByteArrayInputStream(new byte[60_000]), 60_000, LIMIT)
                        .content())
                .hasSize(60_000);

        goOn.countDown();
        for (Future<Body> body : large) {
            assertThat(body.get(30, TimeUnit.SECONDS).size()).isEqualTo(LIMIT);
        }
        senders.shutdown();
        assertThat(budget.left()).isEqualTo(BUDGET);
        assertThat(read(new CountingStream(LIMIT), -1, LIMIT).size()).isEqualTo(LIMIT);
    }

    @Test
    void strangersFillNoMoreThanTheirQuarterAndWhoIsKnownIsTaken() throws IOException {
        BodyBudget large = new BodyBudget(4_000_000, 500_000);
        try (BodyBudget.Share stranger = large.share(false);
                BodyBudget.Share another = large.share(false);
                BodyBudget.Share known = large.share(true)) {
            assertThat(stranger.take(700_000)).isTrue();
            assertThat(another.take(400_000)).isFalse();
            assertThat(another.take(300_000)).isTrue();
            assertThat(large.left()).isEqualTo(3_000_000);

            assertThat(known.take(3_000_000)).isTrue();
        }
        assertThat(large.left()).isEqualTo(4_000_000);
        try (BodyBudget.Share later = large.share(false)) {
            assertThat(later.take(1_000_000)).isTrue();
        }
    }

    @Test
    void oneMessageOfAStrangerAlwaysFits() {
        try (BodyBudget.Share stranger = new BodyBudget(BUDGET, LIMIT).share(false)) {
            assertThat(stranger.take(LIMIT)).isTrue();
        }
    }

    @Test
    void whatAnInterruptedMessageTookIsGivenBack() {
        InputStream broken = new InputStream() {
            private int given;

            @Override
            public int read() throws IOException {
                if (given++ >= 500_000) {
                    throw new IOException("connection reset");
                }
                return 'x';
            }
        };

        assertThatThrownBy(() -> read(broken, -1, LIMIT)).hasMessage("connection reset");
        assertThat(budget.left()).isEqualTo(BUDGET);
    }

    private static class CountingStream extends InputStream {
        private final int size;
        int given;

        CountingStream(int size) {
            this.size = size;
        }

        @Override
        public int read() throws IOException {
            return given < size ? (given++ & 0x7f) : -1;
        }
    }

    /** Its last byte comes when it may. */
    private static final class Stalling extends CountingStream {
        private final CountDownLatch underWay;
        private final CountDownLatch goOn;
        private final int last;

        Stalling(int size, CountDownLatch underWay, CountDownLatch goOn) {
            super(size);
            this.last = size - 1;
            this.underWay = underWay;
            this.goOn = goOn;
        }

        @Override
        public int read() throws IOException {
            if (given == last) {
                underWay.countDown();
                await();
            }
            return super.read();
        }

        private void await() throws IOException {
            try {
                goOn.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
    }
}
