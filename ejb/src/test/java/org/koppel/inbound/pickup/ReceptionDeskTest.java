package org.koppel.inbound.pickup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.koppel.codec.Problem;
import org.koppel.document.Acknowledgement.Outcome;
import org.koppel.inbound.Inbox;
import org.koppel.inbound.Incoming;
import org.koppel.inbound.Receipt;
import org.koppel.inbound.SlowBodyException;
import org.koppel.party.FailedLogins;
import org.koppel.platform.Secrets;
import org.koppel.platform.Settings;
import org.koppel.shared.PartyId;
import org.koppel.transport.Arrival;
import org.koppel.transport.DeliveryOutcome;
import org.koppel.transport.Pickup;
import org.koppel.transport.PickupRegistry;
import org.koppel.transport.Reception;
import org.koppel.transport.ReceptionRefusedException;
import org.koppel.transport.SealedSettings;
import org.koppel.transport.Setting;
import org.koppel.transport.TransportId;

/** Who may bring something by a protocol in which partners come by themselves, and what strangers can do there. */
class ReceptionDeskTest {
    private static final TransportId PROTOCOL = new TransportId("as2");
    private static final byte[] LARGE = new byte[1_000_000];

    private final List<Incoming> kept = new CopyOnWriteArrayList<>();
    private final List<PickedFile> noted = new CopyOnWriteArrayList<>();
    private final List<String> failed = new CopyOnWriteArrayList<>();
    private final List<String> opened = new CopyOnWriteArrayList<>();
    private final ExecutorService senders = Executors.newCachedThreadPool();
    private final WayIn way = way();
    private final ReceptionDesk desk = desk();

    @AfterEach
    void stop() {
        senders.shutdownNow();
    }

    @Test
    void whatCannotBeBelievedIsNobodysAndStandsAtTheWayInOfItsNames() throws Exception {
        Reception.Answer answer = bring("partner", "forged");

        assertThat(answer.said()).isEqualTo("authentication-failed");
        assertThat(kept).singleElement().satisfies(message -> {
            assertThat(message.caller()).isEmpty();
            assertThat(message.wayIn()).contains(way.id());
            assertThat(message.length()).isEqualTo(6);
        });
        assertThat(noted)
                .singleElement()
                .satisfies(file -> assertThat(file.outcome()).isEqualTo("UNAUTHENTICATED"));
        assertThat(failed).containsExactly("as2 partner 192.0.2.1");
    }

    @Test
    void afterTenFailuresNothingIsKeptOrOpenedAndTheSenderLearnsWhenToComeBack() throws Exception {
        for (int i = 0; i < 10; i++) {
            bring("partner", "forged");
        }
        opened.clear();

        Reception.Answer answer = bring("partner", "forged");

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.headers()).containsEntry("Retry-After", "900");
        assertThat(kept).hasSize(10);
        assertThat(opened).isEmpty();
    }

    @Test
    void whatWeCannotOpenForOurOwnReasonsLocksNobodyOut() throws Exception {
        for (int i = 0; i < 10; i++) {
            assertThat(bring("partner", "ours").said()).isEqualTo("unexpected-processing-error");
        }

        assertThat(bring("partner", "believed").status()).isEqualTo(200);
    }

    @Test
    void ofAStrangersOnlyTheBeginningIsCopiedAndItsSizeIsTold() throws Exception {
        Reception.Answer answer =
                desk.receive(PROTOCOL, Map.of("from", "stranger"), new ByteArrayInputStream(LARGE), "192.0.2.1");

        assertThat(answer.said()).isEqualTo("unknown-trading-partner 65536");
        assertThat(kept)
                .singleElement()
                .satisfies(message -> assertThat(message.length()).isEqualTo(LARGE.length));
        assertThat(failed).containsExactly("as2 stranger 192.0.2.1");
    }

    @Test
    void slowSendersKeepNobodyOut() throws Exception {
        CountDownLatch underWay = new CountDownLatch(20);
        CountDownLatch goOn = new CountDownLatch(1);
        List<Future<Reception.Answer>> slow = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            InputStream stalling = new Stalling(underWay, goOn);
            slow.add(senders.submit(() -> desk.receive(PROTOCOL, Map.of("from", "partner"), stalling, "192.0.2.9")));
        }
        assertThat(underWay.await(30, TimeUnit.SECONDS)).isTrue();

        Future<Reception.Answer> prompt = senders.submit(() -> bring("partner", "order 1"));

        assertThat(prompt.get(5, TimeUnit.SECONDS).status()).isEqualTo(200);
        goOn.countDown();
        for (Future<Reception.Answer> one : slow) {
            one.get(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void aBodyThatDoesNotComeToItsEndLeavesNothing() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new SlowBodyException();
            }

            @Override
            public int read(byte[] to, int offset, int length) throws IOException {
                return read();
            }
        };

        assertThatThrownBy(() -> desk.receive(PROTOCOL, Map.of("from", "partner"), broken, "192.0.2.1"))
                .isInstanceOf(SlowBodyException.class);
        assertThat(kept).isEmpty();
        assertThat(failed).isEmpty();
    }

    private Reception.Answer bring(String from, String content) throws IOException {
        byte[] bytes = content.getBytes(StandardCharsets.US_ASCII);
        return desk.receive(PROTOCOL, Map.of("from", from), new ByteArrayInputStream(bytes), "192.0.2.1");
    }

    /** Empty, and its end comes when it may. */
    private static final class Stalling extends InputStream {
        private final CountDownLatch underWay;
        private final CountDownLatch goOn;

        Stalling(CountDownLatch underWay, CountDownLatch goOn) {
            this.underWay = underWay;
            this.goOn = goOn;
        }

        @Override
        public int read() throws IOException {
            underWay.countDown();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            return -1;
        }

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            return read();
        }
    }

    private ReceptionDesk desk() {
        ReceptionDesk made = new ReceptionDesk();
        made.settings = settings();
        made.sealed = new SealedSettings(new Secrets(settings()));
        made.pickups = new PickupRegistry() {
            @Override
            public Optional<Pickup> byId(TransportId id) {
                return Optional.of(new ByWord());
            }
        };
        made.ways = new WaysIn() {
            @Override
            public List<WayIn> open(TransportId transport) {
                return List.of(way);
            }
        };
        made.failedLogins = new FailedLogins(null, Clock.systemUTC()) {
            @Override
            public boolean tooMany(String login, String address) {
                return failed.stream()
                                .filter(f -> f.equals(login + " " + address))
                                .count()
                        >= 10;
            }

            @Override
            public void failed(String login, String address) {
                failed.add(login + " " + address);
            }

            @Override
            public void succeeded(String login, String address) {
                failed.remove(login + " " + address);
            }
        };
        made.intake = intake();
        return made;
    }

    private ReceptionIntake intake() {
        ReceptionIntake made = new ReceptionIntake() {
            @Override
            public PickedFile take(WayIn of, Reception.Opened brought, Arrival arrival) {
                return new PickedFile(
                        UUID.randomUUID(),
                        "1",
                        1,
                        Instant.EPOCH,
                        null,
                        "RECEIVED",
                        true,
                        false,
                        null,
                        null,
                        Instant.EPOCH);
            }
        };
        made.clock = Clock.systemUTC();
        made.inbox = new Inbox() {
            @Override
            public Receipt refuse(Incoming incoming, Problem why) {
                kept.add(incoming);
                return new Receipt(UUID.randomUUID(), Outcome.INVALID, false, List.of(why), Optional.empty());
            }
        };
        made.picked = new PickedFiles() {
            @Override
            void add(UUID of, UUID run, byte[] sha256, PickedFile file) {
                noted.add(file);
            }
        };
        return made;
    }

    private static WayIn way() {
        return new WayIn(
                UUID.randomUUID(),
                Optional.of(new PartyId("buyer-1")),
                "AS2 of buyer 1",
                PROTOCOL,
                Map.of("from", "partner"),
                Optional.empty(),
                new WayIn.Selection("*", Readiness.NAME, ".ok", Duration.ofSeconds(30)),
                "archive",
                "error",
                Duration.ofMinutes(10),
                Duration.ofMinutes(1),
                true);
    }

    private static Settings settings() {
        return new Settings() {
            @Override
            public Optional<String> text(String name) {
                return Optional.empty();
            }
        };
    }

    /** A protocol in which a name goes with a message, and everything but {@code forged} is believed. */
    private final class ByWord implements Reception {
        @Override
        public TransportId id() {
            return PROTOCOL;
        }

        @Override
        public List<Setting> settings() {
            return List.of(new Setting("from", true, false));
        }

        @Override
        public String route(Arrival arrival) {
            return arrival.header("from");
        }

        @Override
        public String route(Map<String, String> settings) {
            return settings.get("from");
        }

        @Override
        public Opened open(Arrival arrival, Map<String, String> settings, long most)
                throws ReceptionRefusedException, IOException {
            opened.add(arrival.header("from"));
            byte[] content = Files.readAllBytes(arrival.body());
            if (new String(content, StandardCharsets.US_ASCII).equals("forged")) {
                throw new ReceptionRefusedException("authentication-failed", "Nobody signed it");
            }
            if (new String(content, StandardCharsets.US_ASCII).equals("ours")) {
                throw new ReceptionRefusedException("unexpected-processing-error", "Our keys are not complete");
            }
            return new Believed(content);
        }

        @Override
        public Answer refuse(Arrival arrival, Optional<Map<String, String>> settings, ReceptionRefusedException why) {
            return new Answer(200, Map.of(), new byte[0], said(arrival, why));
        }

        private String said(Arrival arrival, ReceptionRefusedException why) {
            try {
                return why.code().startsWith("unknown") ? why.code() + " " + Files.size(arrival.body()) : why.code();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public DeliveryOutcome check(Map<String, String> settings) {
            return DeliveryOutcome.delivered("");
        }
    }

    private record Believed(byte[] bytes) implements Reception.Opened {
        @Override
        public String id() {
            return "1";
        }

        @Override
        public String contentType() {
            return "text/plain";
        }

        @Override
        public InputStream content() {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public Reception.Answer taken() {
            return new Reception.Answer(200, Map.of(), new byte[0], "processed");
        }

        @Override
        public Reception.Answer refused(String why) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {
            // nothing is kept
        }
    }
}
