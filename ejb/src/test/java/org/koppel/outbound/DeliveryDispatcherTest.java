package org.koppel.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.koppel.archive.ArchivedDocument;
import org.koppel.codec.AnswerReader;
import org.koppel.codec.CodecRegistry;
import org.koppel.codec.DocumentException;
import org.koppel.codec.DocumentWriter;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.Problem;
import org.koppel.codec.Shortening;
import org.koppel.party.Channel;
import org.koppel.party.Channels;
import org.koppel.platform.DatabaseReady;
import org.koppel.platform.Json;
import org.koppel.platform.Secrets;
import org.koppel.shared.PartyId;
import org.koppel.transport.Delivery;
import org.koppel.transport.DeliveryOutcome;
import org.koppel.transport.Part;
import org.koppel.transport.SealedSettings;
import org.koppel.transport.Setting;
import org.koppel.transport.Transport;
import org.koppel.transport.TransportId;
import org.koppel.transport.TransportRegistry;

class DeliveryDispatcherTest {
    private static final int SESSIONS = 8;
    private static final Shortening CUT = new Shortening("3", Shortening.Kind.DESCRIPTION, "DESCRIPT", 35, 52);

    private final OutboundDatabase database = new OutboundDatabase();
    private final BlockingQueue<UUID> queue = new LinkedBlockingQueue<>();
    private final List<UUID> sent = new CopyOnWriteArrayList<>();
    private final ExecutorService sessions = Executors.newFixedThreadPool(SESSIONS);
    private final Partners partners = new Partners();
    private final DeliveryDispatcher dispatcher = dispatcher();

    @AfterEach
    void close() throws InterruptedException {
        partners.answer.countDown();
        sessions.shutdownNow();
        assertThat(sessions.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        database.close();
    }

    @Test
    void twoPartnersWhoDoNotAnswerLeaveSessionsForTheOthers() throws InterruptedException {
        List<UUID> ids = new ArrayList<>();
        for (String partner : List.of("slow-1", "slow-2")) {
            Channel channel = database.channel(partner, "html");
            for (int i = 0; i < 12; i++) {
                ids.add(database.delivery(channel));
            }
        }
        Channel prompt = database.channel("prompt", "html");
        List<UUID> promptOnes =
                List.of(database.delivery(prompt), database.delivery(prompt), database.delivery(prompt));
        partners.served = new CountDownLatch(promptOnes.size());
        queue.addAll(ids);
        queue.addAll(promptOnes);
        startSessions();

        assertThat(partners.served.await(60, TimeUnit.SECONDS)).isTrue();
        assertThat(partners.answer.getCount())
                .as("the slow ones have not answered")
                .isEqualTo(1);

        partners.served = new CountDownLatch(ids.size());
        partners.answer.countDown();
        assertThat(partners.served.await(60, TimeUnit.SECONDS))
                .as("whatever found no place is worked on without a sweeper")
                .isTrue();
    }

    @Test
    void whenOneFormatCannotBeWrittenNothingIsSentAndNothingIsKept() {
        UUID delivery = database.delivery(database.channel("prompt", "html", "broken"));

        dispatcher.dispatch(delivery);

        assertThat(partners.received).isEmpty();
        assertThat(database.column(delivery, "status")).isEqualTo("PARKED");
        assertThat(database.column(delivery, "cause")).startsWith("DOES_NOT_FIT: ");
        assertThat(database.one("select count(*) from delivery_part")).isEqualTo("0");
    }

    @Test
    void theWordsOfAFailureThatNobodyForesawAreKeptOutOfWhatPeopleRead() {
        UUID delivery = database.delivery(database.channel("quoting", "html"));

        dispatcher.dispatch(delivery);

        assertThat(database.one("select code || ' ' || detail from delivery_attempt"))
                .startsWith("FAILED ")
                .contains("IllegalArgumentException", delivery.toString())
                .doesNotContain("s3cret");
    }

    @Test
    void allFormatsTravelTogetherAndAreKeptAsTheyWent() {
        UUID delivery = database.delivery(database.channel("prompt", "html", "pdf"));

        dispatcher.dispatch(delivery);

        assertThat(partners.received)
                .singleElement()
                .satisfies(d -> assertThat(d.parts()).hasSize(2));
        assertThat(database.one("select string_agg(format, ',' order by position) from delivery_part"))
                .isEqualTo("html,pdf");
        assertThat(database.column(delivery, "status")).isEqualTo("DELIVERED");
    }

    @Test
    void whatComingRulesWillRefuseIsDeliveredWithAWarning() {
        UUID delivery = database.delivery(database.channel("prompt", "ruled"));

        dispatcher.dispatch(delivery);

        assertThat(database.column(delivery, "status")).isEqualTo("DELIVERED");
        assertThat(database.one("select detail from delivery_attempt"))
                .contains("Warning: ", "R001", "Order/ID", "From 2027-02-15 on: too long");
    }

    @Test
    void whatWasShortenedIsNotedWithTheDeliveryOnce() {
        UUID delivery = database.delivery(database.channel("prompt", "html", "narrow"));

        dispatcher.dispatch(delivery);

        assertThat(database.column(delivery, "status")).isEqualTo("DELIVERED");
        assertThat(noted(delivery)).containsExactly(CUT);
    }

    @Test
    void whatWasShortenedInABundleIsNotedWithEachDeliveryThatItIsSaidIn() {
        Channel channel = database.channel("prompt", "narrow");
        database.write("update channel set bundle = 'RUN', bundle_minutes = 60, zone = 'UTC' where id = '"
                + channel.id() + "'");
        database.reload(channel.id());
        Channel bundled =
                database.transaction(em -> new Channels(em).byId(channel.id()).orElseThrow());
        UUID leader = database.delivery(bundled);
        UUID follower = database.delivery(bundled);
        database.pass(Duration.ofMinutes(61));

        dispatcher.dispatch(leader);

        assertThat(partners.received).hasSize(1);
        assertThat(noted(leader)).containsExactly(CUT);
        assertThat(noted(follower)).containsExactly(CUT);
    }

    private List<Shortening> noted(UUID delivery) {
        return List.of(Json.read(database.column(delivery, "shortened"), Shortening[].class));
    }

    @Test
    void aSecretOfAChannelIsEncryptedAtRestAndInClearForItsTransportOnly() {
        database.settings.put("KOPPEL_SECRET_KEY", Base64.getEncoder().encodeToString(new byte[32]));
        Channel channel = database.channel("prompt", "html");
        database.write("update channel set settings = '{\"to\": \"them\", \"password\": \"open sesame\"}'");
        sealAll();
        String kept = database.one("select settings from channel");
        sealAll();

        assertThat(kept).contains("them").doesNotContain("open sesame");
        assertThat(database.one("select settings from channel"))
                .as("encrypted once")
                .isEqualTo(kept);
        database.reload(channel.id());
        dispatcher.dispatch(database.delivery(channel));
        assertThat(partners.received)
                .singleElement()
                .satisfies(d ->
                        assertThat(d.settings()).containsEntry("to", "them").containsEntry("password", "open sesame"));
    }

    @Test
    void withAnotherKeyTheSecretIsNotSentAndThePersonLearnsWhy() {
        database.settings.put("KOPPEL_SECRET_KEY", Base64.getEncoder().encodeToString(new byte[32]));
        Channel channel = database.channel("prompt", "html");
        database.write("update channel set settings = '{\"password\": \"open sesame\"}'");
        sealAll();
        database.reload(channel.id());
        byte[] other = new byte[32];
        other[0] = 1;
        database.settings.put("KOPPEL_SECRET_KEY", Base64.getEncoder().encodeToString(other));
        UUID delivery = database.delivery(channel);

        dispatcher.dispatch(delivery);

        assertThat(partners.received).isEmpty();
        assertThat(database.column(delivery, "cause"))
                .contains("KOPPEL_SECRET_KEY")
                .doesNotContain("open sesame");
    }

    @Test
    void newDeliveriesOfAPartnerWithoutAPlaceAreWorkedOnWhenOneIsFreeAndNotBefore() throws InterruptedException {
        Channel slow = database.channel("slow", "html");
        startSessions();
        for (int i = 0; i < SESSIONS; i++) {
            arrives(slow);
        }
        await(() -> !dispatcher.admits(new PartyId("slow")));
        UUID late = arrives(slow);
        assertThat(sent).as("its id would come for nothing").doesNotContain(late);

        partners.served = new CountDownLatch(SESSIONS + 1);
        partners.answer.countDown();
        assertThat(partners.served.await(60, TimeUnit.SECONDS)).isTrue();
        assertThat(partners.received).extracting(Delivery::id).contains(late);
    }

    /** As an outbox has it. */
    private UUID arrives(Channel channel) {
        UUID delivery = database.delivery(channel);
        dispatcher.queue.due(new Outbox.DeliveriesDue(channel.customer(), List.of(delivery)));
        return delivery;
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("patience").isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    private void sealAll() {
        database.transaction(em -> {
            dispatcher.secrets.channels = new Channels(em);
            dispatcher.secrets.sealAll(new DatabaseReady(false));
            return null;
        });
    }

    private void startSessions() {
        for (int i = 0; i < SESSIONS; i++) {
            sessions.submit(() -> {
                while (true) {
                    dispatcher.dispatch(queue.take());
                }
            });
        }
    }

    private DeliveryDispatcher dispatcher() {
        DeliveryDispatcher built = new DeliveryDispatcher();
        built.desk = new OwnTransactions();
        built.recipients = new Recipients() {
            @Override
            public Optional<PartyId> of(UUID delivery) {
                return Optional.of(new PartyId(database.column(delivery, "customer")));
            }
        };
        built.rendering = new NamesOfFormats();
        built.enclosures = new Enclosures() {
            @Override
            List<Part> of(List<ArchivedDocument> documents, TransportId transport) {
                return List.of();
            }
        };
        built.subjects = new Subjects() {
            @Override
            String of(ArchivedDocument document) {
                return "subject";
            }
        };
        built.transports = new TransportRegistry() {
            @Override
            public Optional<Transport> byId(TransportId id) {
                return Optional.of(partners);
            }
        };
        built.joiners = new Joiners() {
            @Override
            List<Part> join(FormatId format, List<Part> parts, FormatSettings settings) {
                return parts.subList(0, 1);
            }
        };
        built.secrets = new ChannelSecrets();
        built.secrets.transports = built.transports;
        built.secrets.codecs = new TestFormats();
        built.secrets.sealed = new SealedSettings(new Secrets(database.settings()));
        built.answers = new PartnerAnswers();
        built.answers.codecs = new TestFormats();
        built.queue = new DeliveryQueue() {
            @Override
            void send(List<UUID> ids) {
                sent.addAll(ids);
                queue.addAll(ids);
            }
        };
        built.queue.dispatcher = built;
        built.settings = database.settings();
        built.open();
        return built;
    }

    /** Writes the name of the format into each file; what is to be {@code broken} fails. */
    private static final class NamesOfFormats extends Rendering {
        @Override
        List<Part> masked(ArchivedDocument archived, List<FormatId> formats, List<Part> parts) {
            return parts;
        }

        @Override
        List<Part> unmasked(
                ArchivedDocument archived, List<FormatId> formats, List<Part> parts, Map<String, String> options) {
            return parts;
        }

        @Override
        List<Problem> warnings(ArchivedDocument archived, List<FormatId> formats, List<Part> parts) {
            return formats.contains(new FormatId("ruled"))
                    ? List.of(new Problem("R001", "Order/ID", "From 2027-02-15 on: too long"))
                    : List.of();
        }

        @Override
        Part render(
                ArchivedDocument archived, FormatId format, Map<String, String> options, Consumer<Shortening> shortened)
                throws DocumentException {
            if (format.value().equals("broken")) {
                throw new DocumentException(new Problem("TEXT_TOO_LONG", "Name", "does not fit"));
            }
            if (format.value().equals("narrow")) {
                shortened.accept(CUT);
            }
            return new Part("text/plain", "a." + format, format.value().getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Without secrets, and each with the same answers. */
    private static final class TestFormats extends CodecRegistry {
        @Override
        public List<DocumentWriter<?>> writersOf(String documentType) {
            return List.of();
        }

        @Override
        public Optional<AnswerReader> answers(FormatId format) {
            return Optional.of(new SaysNo());
        }
    }

    /** A format whose answers begin with NO. */
    private static final class SaysNo implements AnswerReader {
        @Override
        public FormatId format() {
            return new FormatId("test");
        }

        @Override
        public Optional<Answer> read(byte[] body) {
            String said = new String(body, StandardCharsets.UTF_8);
            return said.startsWith("NO") ? Optional.of(new Answer(Verdict.REFUSED, "NO", said)) : Optional.empty();
        }
    }

    /** As the container has it: one transaction per call. */
    private final class OwnTransactions extends DeliveryDesk {
        @Override
        public Optional<Claim> claim(UUID id) {
            return database.desk(desk -> desk.claim(id));
        }

        @Override
        public Optional<Claim> claimNext(PartyId customer) {
            return database.desk(desk -> desk.claimNext(customer));
        }

        @Override
        public Optional<UUID> next(PartyId customer) {
            return database.desk(desk -> desk.next(customer));
        }

        @Override
        public void record(Claim claim, Sent sent, DeliveryOutcome outcome) {
            database.desk(desk -> {
                desk.record(claim, sent, outcome);
                return null;
            });
        }
    }

    /** Partners whose name begins with slow answer only when they are told to. */
    private static final class Partners implements Transport {
        private final CountDownLatch answer = new CountDownLatch(1);
        private final List<Delivery> received = new CopyOnWriteArrayList<>();
        private volatile CountDownLatch served = new CountDownLatch(0);

        @Override
        public TransportId id() {
            return new TransportId("test");
        }

        @Override
        public List<Setting> settings() {
            return List.of(new Setting("to", true, false), new Setting("password", true, true));
        }

        @Override
        public DeliveryOutcome check(Map<String, String> settings) {
            return DeliveryOutcome.delivered("");
        }

        @Override
        public DeliveryOutcome deliver(Delivery delivery) throws IOException, InterruptedException {
            if (delivery.recipient().value().startsWith("slow")) {
                answer.await();
            }
            if (delivery.recipient().value().equals("quoting")) {
                throw new IllegalArgumentException("invalid header value: \"Bearer s3cret\"");
            }
            received.add(delivery);
            served.countDown();
            return DeliveryOutcome.delivered("taken");
        }
    }
}
