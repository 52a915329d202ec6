package org.koppel.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.koppel.codec.Shortening;
import org.koppel.party.Channel;
import org.koppel.party.Channels;
import org.koppel.platform.DatabaseReady;
import org.koppel.platform.Json;
import org.koppel.shared.PartyId;
import org.koppel.transport.Delivery;

class DeliveryDispatcherTest {
    private static final int SESSIONS = 8;
    private final OutboundDatabase database = new OutboundDatabase();
    private final ExecutorService sessions = Executors.newFixedThreadPool(SESSIONS);
    private final OutboundDispatcher outbound = new OutboundDispatcher(database);
    private final BlockingQueue<UUID> queue = outbound.queue;
    private final OutboundDispatcher.Partners partners = outbound.partners;
    private final DeliveryDispatcher dispatcher = outbound.dispatcher;

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
        assertThat(noted(delivery)).containsExactly(OutboundDispatcher.CUT);
    }

    @Test
    void whatWasShortenedInABundleIsNotedWithEachDeliveryThatItIsSaidIn() {
        Channel bundled = database.bundled("prompt", "narrow");
        UUID leader = database.delivery(bundled);
        UUID follower = database.delivery(bundled);
        database.pass(Duration.ofMinutes(61));

        dispatcher.dispatch(leader);

        assertThat(partners.received).hasSize(1);
        assertThat(noted(leader)).containsExactly(OutboundDispatcher.CUT);
        assertThat(noted(follower)).containsExactly(OutboundDispatcher.CUT);
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
        assertThat(outbound.sent).as("its id would come for nothing").doesNotContain(late);

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
}
