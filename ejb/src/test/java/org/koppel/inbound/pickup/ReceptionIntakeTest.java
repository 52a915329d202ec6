package org.koppel.inbound.pickup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.koppel.transport.Reception;

/** What partners bring by themselves is stored once, on a real database. */
class ReceptionIntakeTest {
    private static final WayIn.Selection ANY = new WayIn.Selection("*", Readiness.NAME, ".ok", Duration.ofSeconds(30));

    private final PickupDatabase database = new PickupDatabase(new PartnersFolder());
    private final WayIn way = database.way(ANY);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void theSameUnderTheSameIdIsKnownAndNotStoredAgain() {
        PickedFile first = database.bring(way, brought("<1>", "order 1"));
        PickedFile again = database.bring(way, brought("<1>", "order 1"));

        assertThat(database.received).containsExactly("order 1");
        assertThat(again.accepted()).isTrue();
        assertThat(again.repeated()).isTrue();
        assertThat(again.message()).isEqualTo(first.message());
        assertThat(database.files(way)).hasSize(2);
    }

    @Test
    void somethingElseUnderAnIdThatWasTakenIsAConflictForAPerson() {
        database.bring(way, brought("<1>", "order 1"));

        PickedFile other = database.bring(way, brought("<1>", "order 2"));

        assertThat(other.accepted()).isFalse();
        assertThat(other.outcome()).isEqualTo("CONFLICT");
        assertThat(other.detail()).contains("REFERENCE_USED", "under a new id");
        assertThat(database.received).containsExactly("order 1");
        assertThat(database.bring(way, brought("<1>", "order 1")).accepted()).isTrue();
    }

    @Test
    void whatWasRefusedMayComeMendedUnderItsId() {
        assertThat(database.bring(way, brought("<1>", "bad order")).detail()).contains("The number is missing");

        assertThat(database.bring(way, brought("<1>", "order 1")).accepted()).isTrue();
    }

    @Test
    void eachWayInHasIdsOfItsOwn() {
        WayIn other = database.way(ANY);
        database.bring(way, brought("<1>", "order 1"));

        assertThat(database.bring(other, brought("<1>", "order 2")).accepted()).isTrue();
    }

    @Test
    void manyAtTheSameMomentAreStoredOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Callable<PickedFile>> all = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            all.add(() -> database.bring(way, brought("<1>", "order 1")));
        }
        for (Future<PickedFile> one : threads.invokeAll(all)) {
            assertThat(one.get().accepted()).isTrue();
        }
        threads.shutdown();

        assertThat(database.received).containsExactly("order 1");
    }

    private static Reception.Opened brought(String id, String content) {
        return new Reception.Opened() {
            @Override
            public String id() {
                return id;
            }

            @Override
            public String contentType() {
                return "application/edifact";
            }

            @Override
            public InputStream content() {
                return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
            }

            @Override
            public Reception.Answer taken() {
                throw new UnsupportedOperationException();
            }

            @Override
            public Reception.Answer refused(String why) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void close() {
                // nothing is kept
            }
        };
    }
}
