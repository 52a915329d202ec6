package org.koppel.transport.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koppel.platform.Settings;
import org.koppel.transport.AccessTokens;
import org.koppel.transport.DeliveryOutcome;
import org.koppel.transport.PickupRefusedException;
import org.koppel.transport.PickupVisit;
import org.koppel.transport.Setting;

/** A mailbox of a real IMAP server that is opened by XOAUTH2, with tokens of a real HTTP server. */
class ImapTokenTest {
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final List<String> asked = new ArrayList<>();
    private boolean demo = true;
    private int status = 200;
    private String answer = "{\"access_token\":\"token-%d\",\"token_type\":\"Bearer\",\"expires_in\":3600}";
    private HttpServer provider;
    private GreenMail server;
    private GreenMailUser account;
    private ImapPickup pickup;

    @BeforeEach
    void startTheServers() throws IOException {
        provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        provider.createContext("/token", this::token);
        provider.start();
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
        server.start();
        account = server.setUser("orders@supplier.example", "orders@supplier.example", "token-1");
        pickup = new ImapPickup(new MailboxTokens(timer, settingsOfTheServer(), new AccessTokens(Clock.systemUTC())));
    }

    @AfterEach
    void stopTheServers() {
        server.stop();
        provider.stop(0);
        timer.shutdownNow();
    }

    @Test
    void aTokenOpensTheMailboxAndIsAskedForOnce() throws Exception {
        open(settings());
        open(settings());

        assertThat(asked)
                .containsExactly("grant_type=client_credentials&scope=https%3A%2F%2Foutlook.office365.com%2F.default");
    }

    @Test
    void aTokenThatWasCalledBackIsReplaced() throws Exception {
        open(settings());
        account.setPassword("token-2");

        open(settings());

        assertThat(asked).hasSize(2);
    }

    @Test
    void aMailboxThatTakesNoTokenIsForAPersonAndTheWordsHoldNone() {
        account.setPassword("something else");

        DeliveryOutcome outcome = refusal(settings());

        assertThat(outcome.kind()).isEqualTo(DeliveryOutcome.Kind.REJECTED);
        assertThat(outcome.code()).isEqualTo("IMAP_TOKEN");
        assertThat(outcome.detail())
                .contains("orders@supplier.example", "koppel-app", "Add-MailboxPermission")
                .doesNotContain("token-1", "token-2", "s:cret");
        assertThat(asked).hasSize(2);
    }

    @Test
    void aServerThatSaysWhyBeforeItRefusesIsUnderstood() throws Exception {
        try (ChallengingMailServer other = new ChallengingMailServer()) {
            Map<String, String> settings = settings();
            settings.put("port", Integer.toString(other.port()));

            assertThat(refusal(settings).code()).isEqualTo("IMAP_TOKEN");
        }
    }

    @Test
    void aClientThatIsRefusedIsForAPerson() {
        status = 401;
        answer = "{\"error\":\"invalid_client\",\"error_description\":\"s:cret is wrong\"}";

        DeliveryOutcome outcome = refusal(settings());

        assertThat(outcome.code()).isEqualTo("OAUTH_REFUSED");
        assertThat(outcome.detail())
                .contains("invalid_client", "Correct client, secret, scope")
                .doesNotContain("s:cret");
    }

    @Test
    void aTokenServerInTroubleIsAskedLater() {
        status = 503;

        assertThat(refusal(settings()).kind()).isEqualTo(DeliveryOutcome.Kind.RETRY);
    }

    @Test
    void aTokenServerThatIsAwayIsNamed() {
        Map<String, String> settings = settings();
        provider.stop(0);

        assertThatThrownBy(() -> open(settings))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("address of the token, 127.0.0.1");
    }

    @Test
    void aTokenIsAskedForByHttpsAndNotOfThisMachine() {
        demo = false;
        assertThat(refusal(settings()).code()).isEqualTo("BAD_SETTING");

        Map<String, String> inside = settings();
        inside.put("oauth.url", "https://127.0.0.1/token");
        assertThat(refusal(inside).code()).isEqualTo("FORBIDDEN_ADDRESS");
        assertThat(asked).isEmpty();
    }

    @Test
    void aClientNeedsItsSecretAndAMailboxATokenOrAPassword() {
        Map<String, String> settings = settings();
        settings.remove("oauth.secret");
        assertThat(refusal(settings).detail()).contains("\"oauth.secret\"");

        settings.remove("oauth.url");
        assertThat(refusal(settings).detail()).contains("\"password\"");
    }

    @Test
    void passwordAndSecretOfTheClientAreSecret() {
        assertThat(pickup.settings().stream().filter(Setting::secret).map(Setting::name))
                .containsExactly("password", "oauth.secret");
    }

    private void open(Map<String, String> settings) throws IOException, PickupRefusedException {
        try (PickupVisit visit = pickup.visit(settings)) {
            visit.begin();
            assertThat(visit.list()).isEmpty();
        }
    }

    private DeliveryOutcome refusal(Map<String, String> settings) {
        PickupRefusedException refused = assertThrows(PickupRefusedException.class, () -> open(settings));
        return refused.outcome();
    }

    private Map<String, String> settings() {
        return new HashMap<>(Map.of(
                "host",
                "127.0.0.1",
                "port",
                Integer.toString(server.getImap().getPort()),
                "security",
                "none",
                "user",
                "orders@supplier.example",
                "senders",
                "@buyer.example",
                "oauth.url",
                "http://127.0.0.1:" + provider.getAddress().getPort() + "/token",
                "oauth.client",
                "koppel-app",
                "oauth.secret",
                "s:cret",
                "oauth.scope",
                "https://outlook.office365.com/.default"));
    }

    private void token(HttpExchange exchange) throws IOException {
        asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        byte[] said = answer.formatted(asked.size()).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, said.length);
        exchange.getResponseBody().write(said);
        exchange.close();
    }

    private Settings settingsOfTheServer() {
        return new Settings() {
            @Override
            public boolean demo() {
                return demo;
            }
        };
    }
}
