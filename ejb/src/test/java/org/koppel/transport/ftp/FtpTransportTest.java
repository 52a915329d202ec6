package org.koppel.transport.ftp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.ftpserver.ConnectionConfigFactory;
import org.apache.ftpserver.FtpServer;
import org.apache.ftpserver.FtpServerFactory;
import org.apache.ftpserver.ftplet.Authority;
import org.apache.ftpserver.ftplet.FtpException;
import org.apache.ftpserver.listener.Listener;
import org.apache.ftpserver.listener.ListenerFactory;
import org.apache.ftpserver.ssl.SslConfigurationFactory;
import org.apache.ftpserver.usermanager.impl.BaseUser;
import org.apache.ftpserver.usermanager.impl.WritePermission;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.koppel.shared.PartyId;
import org.koppel.transport.Delivery;
import org.koppel.transport.DeliveryOutcome;
import org.koppel.transport.Part;
import org.koppel.transport.TestKeys;

/** Deliveries to a real FTP server of a partner. */
class FtpTransportTest {
    private static final Part CSV = new Part("text/csv", "OR-1.csv", "a;b\r\n".getBytes(StandardCharsets.UTF_8));
    private static final Part PDF = new Part("application/pdf", "OR-1.pdf", new byte[] {0, 10, 13, 26, -1});

    @TempDir
    private Path directory;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final List<AutoCloseable> servers = new ArrayList<>();

    @AfterEach
    void stopTheServers() throws Exception {
        for (AutoCloseable server : servers) {
            server.close();
        }
        timer.shutdownNow();
    }

    @Test
    void filesArriveByteForByteUnderTheirNames() throws Exception {
        int port = server(true, null);

        DeliveryOutcome outcome = deliver(port, Map.of(), CSV, PDF);

        assertThat(outcome).isEqualTo(DeliveryOutcome.delivered("Stored OR-1.csv, OR-1.pdf"));
        assertThat(Files.readAllBytes(directory.resolve("OR-1.csv"))).isEqualTo(CSV.content());
        assertThat(Files.readAllBytes(directory.resolve("OR-1.pdf"))).isEqualTo(PDF.content());
        assertThat(names()).containsExactlyInAnyOrder("OR-1.csv", "OR-1.pdf");
    }

    @Test
    void aRepeatReplacesTheFileAndTheRestOfABrokenAttempt() throws Exception {
        int port = server(true, null);
        Files.writeString(directory.resolve("OR-1.csv"), "older");
        Files.writeString(directory.resolve("OR-1.csv.tmp"), "half of a much longer attempt before");

        deliver(port, Map.of(), CSV);

        assertThat(Files.readString(directory.resolve("OR-1.csv"))).isEqualTo("a;b\r\n");
        assertThat(names()).containsExactly("OR-1.csv");
    }

    @Test
    void goesToTheDirectoryOfTheChannel() throws Exception {
        int port = server(true, null);
        Files.createDirectories(directory.resolve("in/orders"));

        deliver(port, Map.of("directory", "in/orders"), CSV);

        assertThat(directory.resolve("in/orders/OR-1.csv")).exists();
    }

    @Test
    void aWrongPasswordIsForAPersonAndIsNotRepeated() throws Exception {
        DeliveryOutcome outcome = deliver(server(true, null), Map.of("password", "other"), CSV);

        assertThat(outcome.kind()).isEqualTo(DeliveryOutcome.Kind.REJECTED);
        assertThat(outcome.code()).isEqualTo("FTP_530");
        assertThat(outcome.detail()).contains("Correct user and password").doesNotContain("other");
    }

    @Test
    void aDirectoryThatIsNotThereIsNamed() throws Exception {
        DeliveryOutcome outcome = deliver(server(true, null), Map.of("directory", "nowhere"), CSV);

        assertThat(outcome.kind()).isEqualTo(DeliveryOutcome.Kind.REJECTED);
        assertThat(outcome.detail()).contains("nowhere", "have the partner make it");
    }

    @Test
    void anAccountThatMayNotWriteIsNoSuccess() throws Exception {
        DeliveryOutcome outcome = deliver(server(false, null), Map.of(), CSV);

        assertThat(outcome.kind()).isEqualTo(DeliveryOutcome.Kind.REJECTED);
        assertThat(names()).isEmpty();
    }

    @Test
    void aServerThatIsAwayIsTriedLater() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }

        assertThat(deliver(free, Map.of(), CSV).code()).isEqualTo("FTP_UNREACHABLE");
    }

    @Test
    void aServerThatGreetsOneByteAtATimeIsBrokenOff() throws Exception {
        assertThat(deliver(slowServer(), Map.of(), CSV).code()).isEqualTo("FTP_TOO_SLOW");
    }

    @Test
    void aFileTravelsByTlsWhenTheCertificateIsTheOneThatWasAgreed() throws Exception {
        TestKeys keys = TestKeys.of("ftp.example");
        int port = server(true, keys);

        DeliveryOutcome outcome =
                deliver(port, Map.of("security", "explicit", "fingerprint", colons(keys.fingerprint())), CSV);

        assertThat(outcome.kind()).isEqualTo(DeliveryOutcome.Kind.DELIVERED);
        assertThat(directory.resolve("OR-1.csv")).hasContent("a;b");
    }

    @Test
    void nothingIsSentToAServerWithACertificateThatNobodyKnows() throws Exception {
        int port = server(true, TestKeys.of("ftp.example"));

        assertThat(deliver(port, Map.of("security", "explicit"), CSV).kind()).isEqualTo(DeliveryOutcome.Kind.RETRY);
        assertThat(deliver(port, Map.of("security", "explicit", "fingerprint", "ab".repeat(32)), CSV)
                        .detail())
                .contains("another certificate");
        assertThat(names()).isEmpty();
    }

    @Test
    void theConnectionCanBeTestedWithoutLeavingAFile() throws Exception {
        DeliveryOutcome outcome = transport().check(settings(server(true, null), Map.of()));

        assertThat(outcome.kind()).isEqualTo(DeliveryOutcome.Kind.DELIVERED);
        assertThat(names()).isEmpty();
    }

    @Test
    void aMissingHostIsNamed() {
        DeliveryOutcome outcome = transport().check(Map.of("user", "koppel", "password", "secret"));

        assertThat(outcome)
                .isEqualTo(DeliveryOutcome.rejected(
                        "MISSING_SETTING", "The setting \"host\" is empty; enter it at the channel"));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(f -> f.getFileName().toString()).toList();
        }
    }

    private DeliveryOutcome deliver(int port, Map<String, String> settings, Part... parts) {
        return transport()
                .deliver(new Delivery(
                        UUID.randomUUID(),
                        new PartyId("ediplus"),
                        "Order 1",
                        settings(port, settings),
                        List.of(parts)));
    }

    private FtpTransport transport() {
        return new FtpTransport(timer, Duration.ofSeconds(3));
    }

    private static Map<String, String> settings(int port, Map<String, String> changed) {
        Map<String, String> all = new HashMap<>(Map.of(
                "host", "127.0.0.1",
                "port", Integer.toString(port),
                "security", "none",
                "user", "koppel",
                "password", "secret"));
        all.putAll(changed);
        return all;
    }

    /** @param keys for TLS, or null */
    private int server(boolean writable, TestKeys keys) throws FtpException {
        BaseUser account = new BaseUser();
        account.setName("koppel");
        account.setPassword("secret");
        account.setHomeDirectory(directory.toString());
        account.setAuthorities(writable ? List.<Authority>of(new WritePermission()) : List.of());
        ListenerFactory listener = new ListenerFactory();
        listener.setServerAddress("127.0.0.1");
        listener.setPort(0);
        if (keys != null) {
            SslConfigurationFactory tls = new SslConfigurationFactory();
            tls.setKeystoreFile(keys.file().toFile());
            tls.setKeystoreType("PKCS12");
            tls.setKeystorePassword(TestKeys.PASSWORD);
            listener.setSslConfiguration(tls.createSslConfiguration());
        }
        FtpServerFactory factory = new FtpServerFactory();
        ConnectionConfigFactory logins = new ConnectionConfigFactory();
        logins.setLoginFailureDelay(0);
        factory.setConnectionConfig(logins.createConnectionConfig());
        Listener door = listener.createListener();
        factory.addListener("default", door);
        factory.getUserManager().save(account);
        FtpServer server = factory.createServer();
        server.start();
        servers.add(server::stop);
        return door.getPort();
    }

    /** Lets a byte go every tenth of a second, so that no timeout between two bytes is ever reached. */
    private int slowServer() throws IOException {
        ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        CountDownLatch over = new CountDownLatch(1);
        servers.add(() -> {
            over.countDown();
            socket.close();
        });
        Thread greeter = new Thread(() -> {
            try (Socket guest = socket.accept()) {
                while (!over.await(100, TimeUnit.MILLISECONDS)) {
                    guest.getOutputStream().write('2');
                }
            } catch (IOException | InterruptedException e) {
                over.countDown(); // the guest has gone
            }
        });
        greeter.start();
        return socket.getLocalPort();
    }

    /** As a server shows it to a person. */
    private static String colons(String fingerprint) {
        return HexFormat.ofDelimiter(":").formatHex(HexFormat.of().parseHex(fingerprint));
    }
}
