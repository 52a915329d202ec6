package org.koppel.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.koppel.party.Channel;
import org.koppel.transport.Delivery;
import org.koppel.transport.DeliveryOutcome;
import org.koppel.transport.Part;

/** What a partner gets when an attempt ended in the middle, and whose fault a bundle's is. */
class RepetitionTest {
    private static final Duration AFTER_THE_LEASE = Duration.ofSeconds(181 + 60);
    private static final Duration THE_RUN = Duration.ofMinutes(61);

    private final OutboundDatabase database = new OutboundDatabase();
    private final OutboundDispatcher outbound = new OutboundDispatcher(database);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aServerThatEndsBehindThePartnersYesSendsTheSameBytesAgain() {
        UUID delivery = database.delivery(database.channel("prompt", "edi", "csv"));

        dieAfterTheAnswerTo(delivery);
        outbound.dispatch(delivery);

        assertThat(received()).hasSize(2).containsOnly("edi A-1 interchange 1\ncsv A-1 interchange 2\n");
        assertThat(database.column(delivery, "status")).isEqualTo("DELIVERED");
        assertThat(database.one("select code from delivery_attempt where number = 1"))
                .isEqualTo("BROKEN_OFF");
    }

    @Test
    void aRepeatedBundleTakesNothingAlongThatCameSince() {
        Channel channel = database.bundled("prompt", "edi");
        UUID first = database.delivery(channel, "A-1");
        UUID second = database.delivery(channel, "A-2");
        database.pass(THE_RUN);
        dieAfterTheAnswerTo(first);
        UUID late = database.delivery(channel, "A-3");
        database.pass(THE_RUN);
        outbound.dispatch(first);

        assertThat(received()).hasSize(2).containsOnly("edi A-1 interchange 1\nedi A-2 interchange 2\n");
        assertThat(outbound.partners.received).extracting(Delivery::subject).containsOnly("subject (+1)");
        assertThat(status(first, second)).containsOnly("DELIVERED");
        assertThat(database.column(late, "status")).isEqualTo("PENDING");
        outbound.dispatch(late);
        assertThat(received()).last().isEqualTo("edi A-3 interchange 3\n");
    }

    @Test
    void aBundleThatWasNotYetWrittenTakesNothingAlongThatCameSinceEither() {
        Channel channel = database.bundled("prompt", "edi");
        UUID first = database.delivery(channel, "A-1");
        UUID second = database.delivery(channel, "A-2");
        database.pass(THE_RUN);
        database.desk(desk -> desk.claim(first));
        UUID late = database.delivery(channel, "A-3");
        database.pass(THE_RUN);
        outbound.dispatch(first);

        assertThat(status(first, second)).containsOnly("DELIVERED");
        assertThat(database.column(late, "status")).isEqualTo("PENDING");
    }

    @Test
    void anAttemptThatWroteForLongerThanItsLeaseSendsNothingOnceAnotherOneHasBegun() {
        UUID delivery = database.delivery(database.channel("prompt", "edi"));
        AtomicBoolean overtaken = new AtomicBoolean();
        outbound.writing = () -> {
            if (overtaken.compareAndSet(false, true)) {
                database.pass(AFTER_THE_LEASE);
                outbound.dispatch(delivery);
            }
        };

        outbound.dispatch(delivery);

        assertThat(received()).containsExactly("edi A-1 interchange 1\n");
        assertThat(database.column(delivery, "status")).isEqualTo("DELIVERED");
        assertThat(database.column(delivery, "attempts")).isEqualTo("2");
    }

    @Test
    void theLeaseBeginsAnewWhenWhatIsSentWasWritten() {
        UUID delivery = database.delivery(database.channel("prompt", "edi"));
        outbound.writing = () -> database.pass(Duration.ofSeconds(170));

        dieAfterTheAnswerTo(delivery, Duration.ofSeconds(170));
        outbound.dispatch(delivery);
        assertThat(received()).as("340 seconds after the claim").hasSize(1);
        database.pass(AFTER_THE_LEASE);
        outbound.dispatch(delivery);
        assertThat(received()).hasSize(2);
    }

    @Test
    void aBundleThatTakesLongToWriteKeepsItsLease() {
        Channel channel = database.bundled("prompt", "edi");
        UUID first = database.delivery(channel, "A-0");
        for (int i = 1; i < 120; i++) {
            database.delivery(channel, "A-" + i);
        }
        database.pass(THE_RUN);
        outbound.writing = () -> {
            database.pass(Duration.ofSeconds(3));
            assertThat(database.<Boolean>desk(desk -> desk.claim(first).isPresent()))
                    .isFalse();
        };

        outbound.dispatch(first);

        assertThat(received()).hasSize(1);
    }

    @Test
    void aDocumentThatDoesNotFitIsParkedAloneAndTheOthersGo() {
        Channel channel = database.bundled("prompt", "edi", "csv");
        UUID first = database.delivery(channel, "A-1");
        UUID misfit = database.delivery(channel, "A-2");
        UUID third = database.delivery(channel, "A-3");
        outbound.fits = document -> !document.number().value().equals("A-2");
        database.pass(THE_RUN);

        outbound.dispatch(first);

        assertThat(outbound.partners.received)
                .singleElement()
                .satisfies(d -> assertThat(d.subject()).isEqualTo("subject (+1)"));
        assertThat(received().get(0)).contains("edi A-1", "csv A-3").doesNotContain("A-2");
        assertThat(status(first, third)).containsOnly("DELIVERED");
        assertThat(database.column(misfit, "status")).isEqualTo("PARKED");
        assertThat(database.column(misfit, "cause"))
                .startsWith("DOES_NOT_FIT: ")
                .contains("A-2 does not fit");
        assertThat(database.one(
                        "select number || ' ' || outcome || ' ' || code from delivery_attempt where delivery = '"
                                + misfit + "'"))
                .isEqualTo("1 REJECTED DOES_NOT_FIT");
    }

    @Test
    void whenTheFirstOfABundleDoesNotFitTheOthersGoWithoutIt() {
        Channel channel = database.bundled("prompt", "edi");
        UUID misfit = database.delivery(channel, "A-1");
        UUID second = database.delivery(channel, "A-2");
        UUID third = database.delivery(channel, "A-3");
        outbound.fits = document -> !document.number().value().equals("A-1");
        database.pass(THE_RUN);

        outbound.dispatch(misfit);
        assertThat(received()).isEmpty();
        assertThat(database.column(misfit, "status")).isEqualTo("PARKED");
        List<UUID> called = database.due("prompt");
        assertThat(called).containsExactlyInAnyOrder(second, third);
        called.forEach(outbound::dispatch);

        assertThat(received()).singleElement().asString().contains("A-2", "A-3").doesNotContain("A-1");
        assertThat(status(second, third)).containsOnly("DELIVERED");
    }

    @Test
    void aDocumentOnWhichItsWriterFailsHoldsUpItselfAlone() {
        Channel channel = database.bundled("prompt", "edi");
        UUID first = database.delivery(channel, "A-1");
        UUID failing = database.delivery(channel, "A-2");
        outbound.sound = document -> !document.number().value().equals("A-2");
        database.pass(THE_RUN);

        outbound.dispatch(first);

        assertThat(received()).containsExactly("edi A-1 interchange 1\n");
        assertThat(database.column(first, "status")).isEqualTo("DELIVERED");
        assertThat(database.column(failing, "status")).isEqualTo("PARKED");
        assertThat(database.column(failing, "cause")).startsWith("FAILED: The server failed on it");
    }

    @Test
    void aParkedBundleIsSentAgainAsTheOneFileThatItIs() {
        UUID second = aRefusedBundle();

        database.deliveriesAgain(second).forEach(outbound::dispatch);

        assertThat(received()).hasSize(2).containsOnly("edi A-1 interchange 1\nedi A-2 interchange 2\n");
        assertThat(database.column(second, "status")).isEqualTo("DELIVERED");
    }

    @Test
    void whoSendsABundleAgainSeesAllOfItWait() {
        UUID second = aRefusedBundle();

        database.deliveriesAgain(second);

        assertThat(database.one("select distinct status from delivery")).isEqualTo("PENDING");
        assertThat(database.due("prompt")).as("the queue has it").isEmpty();
    }

    @Test
    void whatArrivedInABundleIsSentAgainAlone() {
        UUID second = aRefusedBundle();
        database.deliveriesAgain(second).forEach(outbound::dispatch);

        assertThat(database.deliveriesAgain(second)).containsExactly(second);
        outbound.dispatch(second);

        assertThat(received()).last().isEqualTo("edi A-2 interchange 3\n");
    }

    /** Two in one file, which the partner refused; from now on it takes everything. @return the one that went along */
    private UUID aRefusedBundle() {
        Channel channel = database.bundled("prompt", "edi");
        UUID first = database.delivery(channel, "A-1");
        UUID second = database.delivery(channel, "A-2");
        database.pass(THE_RUN);
        outbound.partners.says = DeliveryOutcome.rejected("HTTP_400", "not now");
        outbound.dispatch(first);
        assertThat(status(first, second)).containsOnly("PARKED");
        outbound.partners.says = DeliveryOutcome.delivered("taken");
        return second;
    }

    @Test
    void whatWasDeliveredWithItsBundleStaysSoWhenThatIsSentAgainAndFails() {
        Channel channel = database.bundled("prompt", "edi");
        UUID first = database.delivery(channel, "A-1");
        UUID second = database.delivery(channel, "A-2");
        database.pass(THE_RUN);
        outbound.dispatch(first);
        database.desk(desk -> desk.reopen(first));
        outbound.partners.says = DeliveryOutcome.rejected("HTTP_400", "no more");

        outbound.dispatch(first);

        assertThat(database.column(first, "status")).isEqualTo("PARKED");
        assertThat(database.column(second, "status")).isEqualTo("DELIVERED");
        assertThat(database.one("select count(*) from delivery_attempt where delivery = '" + second + "'"))
                .isEqualTo("1");
    }

    @Test
    void whatGoesAlongIsParkedWithABundleThatKillsEveryServer() {
        database.settings.put("KOPPEL_RETRY_DELAYS", "60");
        Channel channel = database.bundled("prompt", "edi");
        UUID first = database.delivery(channel, "A-1");
        UUID second = database.delivery(channel, "A-2");
        database.pass(THE_RUN);
        for (int i = 0; i < 3; i++) {
            database.desk(desk -> desk.claim(first));
            database.pass(AFTER_THE_LEASE);
        }

        assertThat(status(first, second)).containsOnly("PARKED");
        assertThat(database.column(second, "cause")).startsWith("Gave up. BROKEN_OFF");
    }

    @Test
    void filesThatLieSideBySideHaveNamesOfTheirDeliveryThatStay() {
        outbound.partners.sideBySide = true;
        UUID one = database.delivery(database.channel("prompt", "edi", "csv"));
        UUID other = database.delivery(database.channel("prompt", "edi"));

        dieAfterTheAnswerTo(one);
        outbound.dispatch(one);
        outbound.dispatch(other);

        String mark = one.toString().substring(0, 8);
        assertThat(names())
                .containsExactly(
                        List.of("A-1-" + mark + ".edi", "A-1-" + mark + "-2.csv"),
                        List.of("A-1-" + mark + ".edi", "A-1-" + mark + "-2.csv"),
                        List.of("A-1-" + other.toString().substring(0, 8) + ".edi"));
    }

    @Test
    void filesOfALetterKeepTheirNames() {
        outbound.dispatch(database.delivery(database.channel("prompt", "edi", "csv")));

        assertThat(names()).containsExactly(List.of("A-1.edi", "A-1.csv"));
    }

    private List<List<String>> names() {
        return outbound.partners.received.stream()
                .map(d -> d.parts().stream().map(Part::fileName).toList())
                .toList();
    }

    private void dieAfterTheAnswerTo(UUID delivery) {
        dieAfterTheAnswerTo(delivery, AFTER_THE_LEASE);
    }

    private void dieAfterTheAnswerTo(UUID delivery, Duration then) {
        outbound.dies = true;
        assertThatThrownBy(() -> outbound.dispatch(delivery)).hasMessage("The server ends");
        outbound.dies = false;
        database.pass(then);
    }

    private List<String> status(UUID... deliveries) {
        return List.of(deliveries).stream()
                .map(d -> database.column(d, "status"))
                .toList();
    }

    /** The files of each delivery that arrived, one behind the other. */
    private List<String> received() {
        return outbound.partners.received.stream()
                .map(d -> d.parts().stream()
                        .map(p -> new String(p.content(), StandardCharsets.UTF_8))
                        .reduce("", String::concat))
                .toList();
    }
}
