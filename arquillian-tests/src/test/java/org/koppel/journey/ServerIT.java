package org.koppel.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.container.test.api.TargetsContainer;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.as.arquillian.container.ManagementClient;
import org.jboss.as.controller.client.helpers.Operations;
import org.jboss.dmr.ModelNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.koppel.run.Ports;
import org.koppel.run.ServerLog;

/** The server as the CLI scripts set it up: ready, encrypted where asked, closed everywhere else. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ServerIT {
    private static final List<String> QUEUES = List.of("InboundMessages", "Documents", "Deliveries");

    private final Koppel koppel = Koppel.running();
    private final Ports ports = RunningKoppel.demo().ports();

    @ArquillianResource
    @TargetsContainer("wildfly")
    private ManagementClient management;

    @Test
    void isReadyWithItsDatabaseSchemaAndBroker() {
        HttpResponse<String> answer = koppel.get(koppel.property("health.url"));

        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode own = check(Koppel.json(answer), "koppel");
        assertThat(own.path("status").asText()).isEqualTo("UP");
        assertThat(own.path("data").path("database").asText()).isEqualTo("up");
        assertThat(own.path("data").path("schema").asText()).isEqualTo("in place");
        assertThat(own.path("data").path("broker").asText()).isEqualTo("up");
    }

    @Test
    void answersByHttpsWithTls13() throws Exception {
        HttpClient client =
                HttpClient.newBuilder().sslContext(trustingAnyCertificate()).build();

        HttpResponse<Void> answer = client.send(
                HttpRequest.newBuilder(URI.create("https://localhost:" + ports.https() + "/"))
                        .build(),
                HttpResponse.BodyHandlers.discarding());

        assertThat(answer.sslSession())
                .hasValueSatisfying(session -> assertThat(session.getProtocol()).isEqualTo("TLSv1.3"));
    }

    @Test
    void listensOnThreePortsOfLoopbackAndNowhereElse() throws IOException {
        List<ListeningSockets.Listening> sockets =
                ListeningSockets.of(RunningKoppel.demo().server().process().toHandle());

        assertThat(sockets)
                .containsExactlyInAnyOrder(
                        new ListeningSockets.Listening("tcp", true, ports.http()),
                        new ListeningSockets.Listening("tcp", true, ports.https()),
                        new ListeningSockets.Listening("tcp", true, ports.management()));
    }

    @Test
    void tellsInItsLogWhichJournalTheBrokerUses() throws IOException {
        assertThat(ServerLog.journal(RunningKoppel.demo().server().console())).contains("NIO");
    }

    @Test
    void refusesARequestForAForeignHost() throws IOException {
        assertThat(statusLine("evil.example")).contains(" 421 ");
        assertThat(statusLine("127.0.0.1:" + ports.http())).doesNotContain(" 421 ");
    }

    @Test
    void showsNobodyAStackTrace() throws IOException {
        ModelNode container = read("subsystem", "undertow", "servlet-container", "default");

        assertThat(container.get("stack-trace-on-error").asString()).isEqualTo("none");
    }

    @Test
    void lendsItsBrokerToNobodyOutsideItsProcess() throws IOException {
        ModelNode broker = read("subsystem", "messaging-activemq", "server", "default");

        assertThat(broker.get("in-vm-acceptor").keys()).containsExactly("in-vm");
        for (String door :
                List.of("acceptor", "http-acceptor", "remote-acceptor", "http-connector", "remote-connector")) {
            assertThat(broker.get(door).isDefined()).as(door).isFalse();
        }
    }

    @Test
    void givesEveryQueueADeadLetterQueueOfItsOwnAfterTenAttempts() throws IOException {
        for (String queue : QUEUES) {
            ModelNode settings = read(
                    "subsystem", "messaging-activemq", "server", "default", "address-setting", "jms.queue." + queue);

            assertThat(settings.get("dead-letter-address").asString()).isEqualTo("jms.queue.DLQ." + queue);
            assertThat(settings.get("max-delivery-attempts").asInt()).isEqualTo(10);
            assertThat(settings.get("redelivery-delay").asLong()).isPositive();
            ModelNode dead = read("subsystem", "messaging-activemq", "server", "default", "jms-queue", "DLQ." + queue);
            assertThat(dead.get("entries").asList())
                    .extracting(ModelNode::asString)
                    .containsExactly("java:/jms/queue/dead/" + queue);
        }
    }

    @Test
    void flushesItsJournalAsOftenAsItIsTold() throws IOException {
        ModelNode broker = read("subsystem", "messaging-activemq", "server", "default");

        assertThat(broker.get("journal-buffer-timeout").asLong()).isEqualTo(200_000);
        assertThat(broker.get("journal-type").asString()).isEqualTo("NIO");
    }

    @Test
    void asksForALoginOnTheManagementInterface() {
        HttpResponse<String> answer = koppel.get("http://127.0.0.1:" + ports.management() + "/management");

        assertThat(answer.statusCode()).isEqualTo(401);
    }

    private ModelNode read(String... address) throws IOException {
        ModelNode path = new ModelNode();
        for (int i = 0; i < address.length; i += 2) {
            path.add(address[i], address[i + 1]);
        }
        ModelNode question = Operations.createReadResourceOperation(path, false);
        question.get("resolve-expressions").set(true);
        ModelNode answer = management.getControllerClient().execute(question);
        assertThat(Operations.isSuccessfulOutcome(answer)).as(answer.toString()).isTrue();
        return Operations.readResult(answer);
    }

    private String statusLine(String host) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), ports.http())) {
            socket.getOutputStream()
                    .write(("GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            return answer.lines().findFirst().orElse("");
        }
    }

    private static JsonNode check(JsonNode health, String name) {
        for (JsonNode check : health.path("checks")) {
            if (name.equals(check.path("name").asText())) {
                return check;
            }
        }
        throw new AssertionError("No check " + name + " in " + health);
    }

    /** The demo signs its certificate itself. */
    static SSLContext trustingAnyCertificate() throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new AnyCertificate()}, null);
        return context;
    }

    private static final class AnyCertificate extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
