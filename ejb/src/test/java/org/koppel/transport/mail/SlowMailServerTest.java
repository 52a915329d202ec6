package org.koppel.transport.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.koppel.platform.Settings;
import org.koppel.transport.AccessTokens;
import org.koppel.transport.DeliveryOutcome;
import org.koppel.transport.PickupVisit;
import org.koppel.transport.SlowServer;

/** Mail servers that answer a byte now and then, or never. */
@Timeout(60) // what waits here, waits for ever
class SlowMailServerTest {
    private static final Map<String, String> TO_ORDERS = Map.of("to", "orders@bouwgroep.example");

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    @AfterEach
    void stopTheTimer() {
        timer.shutdownNow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "220 mail.example ready\r\n2"})
    void aMailServerThatSpeaksAByteAtATimeIsLeftAndTheMailIsTriedAgain(String beginning) throws Exception {
        try (SlowServer slow = SlowServer.trickling(beginning, '2')) {
            DeliveryOutcome outcome =
                    Mails.transport(slow.port()).deliver(Mails.delivery(TO_ORDERS, Mails.CONFIRMATION));

            assertThat(outcome.kind()).isEqualTo(DeliveryOutcome.Kind.RETRY);
            assertThat(outcome.code()).isEqualTo("SMTP_TOO_SLOW");
        }
    }

    @Test
    void aMailServerThatNeverAnswersIsLeftAndTheTestOfTheConnectionSaysSo() throws Exception {
        try (SlowServer silent = SlowServer.silent()) {
            assertThat(Mails.transport(silent.port()).check(TO_ORDERS).code()).isEqualTo("SMTP_TOO_SLOW");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"implicit", "explicit", "none"})
    void aMailboxThatSpeaksAByteAtATimeIsLeft(String security) throws Exception {
        try (SlowServer slow = SlowServer.trickling("* OK", '*');
                PickupVisit visit = visit(slow, security)) {
            timer.schedule(visit::breakOff, 500, TimeUnit.MILLISECONDS);

            assertThatThrownBy(visit::begin).isInstanceOf(IOException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"implicit", "explicit", "none"})
    void aMailboxThatNeverAnswersIsLeft(String security) throws Exception {
        try (SlowServer silent = SlowServer.silent();
                PickupVisit visit = visit(silent, security)) {
            timer.schedule(visit::breakOff, 500, TimeUnit.MILLISECONDS);

            assertThatThrownBy(visit::begin).isInstanceOf(IOException.class);
        }
    }

    private PickupVisit visit(SlowServer at, String security) throws Exception {
        Map<String, String> settings = new HashMap<>();
        settings.put("host", "127.0.0.1");
        settings.put("port", Integer.toString(at.port()));
        settings.put("security", security);
        settings.put("user", "orders");
        settings.put("password", "secret");
        settings.put("senders", "@buyer.example");
        AccessTokens tokens = new AccessTokens(Clock.systemUTC());
        return new ImapPickup(new MailboxTokens(timer, new Settings(), tokens)).visit(settings);
    }
}
