package org.koppel.transport.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.koppel.platform.Settings;
import org.koppel.shared.PartyId;
import org.koppel.transport.Delivery;
import org.koppel.transport.DeliveryOutcome;
import org.koppel.transport.DeliveryOutcome.Kind;
import org.koppel.transport.Part;
import org.koppel.transport.SlowServer;

/** Partners whose web servers answer a byte now and then, or never. */
@Timeout(60) // what waits here, waits for ever
class SlowHttpServerTest {
    private static final Part XML = new Part("application/xml", "OR-1.xml", "<a/>".getBytes(StandardCharsets.UTF_8));

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    @AfterEach
    void stopTheTimer() {
        timer.shutdownNow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"HTTP/1.1 2", "HTTP/1.1 200 OK\r\nX-Long: ", "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n"
            })
    void anAnswerOfAByteAtATimeIsLeftWhereverItIs(String beginning) throws Exception {
        try (SlowServer slow = SlowServer.trickling(beginning, '2')) {
            assertThat(deliver(slow, Map.of()).kind()).isEqualTo(Kind.RETRY);
        }
    }

    @Test
    void aPartnerThatNeverAnswersIsLeft() throws Exception {
        try (SlowServer silent = SlowServer.silent()) {
            assertThat(deliver(silent, Map.of()).kind()).isEqualTo(Kind.RETRY);
        }
    }

    @Test
    void aServerOfTokensHasNoMoreTimeThanTheWholeAttempt() throws Exception {
        try (SlowServer slow = SlowServer.trickling("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n", '{');
                SlowServer silent = SlowServer.silent()) {
            Map<String, String> oauth = Map.of(
                    "oauth.url", "http://localhost:" + slow.port() + "/token",
                    "oauth.client", "koppel",
                    "oauth.secret", "secret");
            assertThat(deliver(silent, oauth).kind()).isEqualTo(Kind.RETRY);
        }
    }

    private DeliveryOutcome deliver(SlowServer to, Map<String, String> more) throws InterruptedException {
        Map<String, String> settings = new HashMap<>(more);
        settings.put("url", "http://localhost:" + to.port() + "/orders");
        Settings demo = new Settings() {
            @Override
            public boolean demo() {
                return true; // on this machine
            }
        };
        HttpTransport transport = new HttpTransport(timer, Duration.ofSeconds(2), demo, Clock.systemUTC());
        return transport.deliver(
                new Delivery(UUID.randomUUID(), new PartyId("ediplus"), "Order 1", settings, List.of(XML)));
    }
}
