package org.koppel.transport.sftp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Stream;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.util.io.PathUtils;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.koppel.shared.PartyId;
import org.koppel.transport.Delivery;
import org.koppel.transport.DeliveryOutcome;
import org.koppel.transport.Part;

/** Deliveries to a real SFTP server of a partner. */
class SftpTransportTest {
    private static final Part CSV = new Part("text/csv", "OR-1.csv", "a;b\r\n".getBytes(StandardCharsets.UTF_8));
    private static final Part LARGE = new Part("application/pdf", "OR-1.pdf", new byte[300_000]);

    /** One for all tests: it takes a while to find. */
    private static KeyPair clientKey;

    @TempDir
    private Path directory;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final SftpSessions sessions = new SftpSessions();
    private final SftpTransport transport = new SftpTransport(timer, Duration.ofSeconds(5), sessions);
    private final List<PublicKey> offered = new CopyOnWriteArrayList<>();
    private SshServer server;
    private KeyPair hostKey;

    @BeforeAll
    static void findAKey() throws Exception {
        clientKey = newKey("RSA", 2048);
    }

    @BeforeEach
    void startThePartner() throws Exception {
        hostKey = newKey("EC", 256);
        server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setPort(0);
        server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
        server.setPasswordAuthenticator(
                (user, password, session) -> user.equals("koppel") && password.equals("secret"));
        server.setPublickeyAuthenticator((user, key, session) -> {
            offered.add(key);
            return user.equals("koppel") && KeyUtils.compareKeys(key, clientKey.getPublic());
        });
        server.setFileSystemFactory(new VirtualFileSystemFactory(directory));
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
        server.start();
    }

    @AfterEach
    void stopThePartner() throws IOException {
        sessions.stop();
        server.stop(true);
        timer.shutdownNow();
    }

    @Test
    void filesArriveByteForByteUnderTheirNames() throws Exception {
        DeliveryOutcome outcome = deliver(Map.of(), CSV, LARGE);

        assertThat(outcome).isEqualTo(DeliveryOutcome.delivered("Stored OR-1.csv, OR-1.pdf"));
        assertThat(Files.readAllBytes(directory.resolve("OR-1.csv"))).isEqualTo(CSV.content());
        assertThat(Files.readAllBytes(directory.resolve("OR-1.pdf"))).isEqualTo(LARGE.content());
        assertThat(names()).containsExactlyInAnyOrder("OR-1.csv", "OR-1.pdf");
    }

    @Test
    void aRepeatReplacesTheFileAndTheRestOfABrokenAttempt() throws Exception {
        Files.writeString(directory.resolve("OR-1.csv"), "older");
        Files.writeString(directory.resolve("OR-1.csv.tmp"), "half of a much longer attempt before");

        deliver(Map.of(), CSV);

        assertThat(Files.readString(directory.resolve("OR-1.csv"))).isEqualTo("a;b\r\n");
        assertThat(names()).containsExactly("OR-1.csv");
    }

    @Test
    void aPrivateKeyLogsInWithoutAPassword() throws Exception {
        DeliveryOutcome outcome = deliver(Map.of("password", "", "privatekey", pem()), CSV);

        assertThat(outcome.kind()).isEqualTo(DeliveryOutcome.Kind.DELIVERED);
    }

    @Test
    void aKeyThatIsNoneIsRefusedByItsSetting() {
        DeliveryOutcome outcome = deliver(Map.of("password", "", "privatekey", "my key"), CSV);

        assertThat(outcome.kind()).isEqualTo(DeliveryOutcome.Kind.REJECTED);
        assertThat(outcome.detail()).contains("\"privatekey\"").doesNotContain("my key");
    }

    @Test
    void nothingIsSentToAServerWithAnotherHostKey() throws Exception {
        DeliveryOutcome outcome = deliver(Map.of("hostkey", "SHA256:" + "A".repeat(43)), CSV);

        assertThat(outcome.kind()).isEqualTo(DeliveryOutcome.Kind.REJECTED);
        assertThat(outcome.code()).isEqualTo("SFTP_HOST_KEY");
        assertThat(names()).isEmpty();
    }

    @Test
    void aWrongPasswordIsForAPersonAndIsNotRepeated() {
        DeliveryOutcome outcome = deliver(Map.of("password", "other"), CSV);

        assertThat(outcome.kind()).isEqualTo(DeliveryOutcome.Kind.REJECTED);
        assertThat(outcome.code()).isEqualTo("SFTP_LOGIN");
    }

    @Test
    void neitherKeysNorConfigurationOfTheAccountOfTheServerAreUsed(@TempDir Path home) throws Exception {
        Path ssh = Files.createDirectory(home.resolve(".ssh"));
        Files.writeString(ssh.resolve("id_rsa"), pem());
        Files.writeString(ssh.resolve("config"), "Host *\n  Port 1\n  User somebody\n");
        for (String file : List.of("id_rsa", "config")) { // others are not looked at
            Files.setPosixFilePermissions(ssh.resolve(file), PosixFilePermissions.fromString("rw-------"));
        }
        PathUtils.setUserHomeFolderResolver(() -> home);
        try {
            DeliveryOutcome outcome = deliver(Map.of("password", "other"), CSV);

            assertThat(outcome.code()).isEqualTo("SFTP_LOGIN");
            assertThat(offered).isEmpty();
            assertThat(sessions.client().getKeyIdentityProvider()).isSameAs(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
            assertThat(sessions.client().getHostConfigEntryResolver()).isSameAs(HostConfigEntryResolver.EMPTY);
            assertThat(deliver(Map.of(), CSV).kind()).isEqualTo(DeliveryOutcome.Kind.DELIVERED);
        } finally {
            PathUtils.setUserHomeFolderResolver(null);
        }
    }

    @Test
    void aDirectoryThatIsNotThereIsNamed() {
        DeliveryOutcome outcome = deliver(Map.of("directory", "nowhere"), CSV);

        assertThat(outcome.kind()).isEqualTo(DeliveryOutcome.Kind.REJECTED);
        assertThat(outcome.detail()).contains("nowhere", "have the partner make it");
    }

    @Test
    void goesToTheDirectoryOfTheChannel() throws Exception {
        Files.createDirectories(directory.resolve("in/orders"));

        deliver(Map.of("directory", "in/orders"), CSV);

        assertThat(directory.resolve("in/orders/OR-1.csv")).exists();
    }

    @Test
    void aServerThatIsAwayIsTriedLater() throws Exception {
        server.stop(true);

        assertThat(deliver(Map.of(), CSV).code()).isEqualTo("SFTP_UNREACHABLE");
    }

    @Test
    void aServerThatTakesTheCallAndSaysNothingIsBrokenOff() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            DeliveryOutcome outcome = deliver(Map.of("port", Integer.toString(silent.getLocalPort())), CSV);

            assertThat(outcome.kind()).isEqualTo(DeliveryOutcome.Kind.RETRY);
        }
    }

    @Test
    void theConnectionCanBeTestedWithoutLeavingAFile() throws Exception {
        assertThat(transport.check(settings(Map.of())).kind()).isEqualTo(DeliveryOutcome.Kind.DELIVERED);
        assertThat(names()).isEmpty();
    }

    private static String pem() {
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(clientKey.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(f -> f.getFileName().toString()).toList();
        }
    }

    private DeliveryOutcome deliver(Map<String, String> changed, Part... parts) {
        return transport.deliver(
                new Delivery(UUID.randomUUID(), new PartyId("ediplus"), "Order 1", settings(changed), List.of(parts)));
    }

    private Map<String, String> settings(Map<String, String> changed) {
        Map<String, String> all = new HashMap<>(Map.of(
                "host", "127.0.0.1",
                "port", Integer.toString(server.getPort()),
                "hostkey", KeyUtils.getFingerPrint(BuiltinDigests.sha256, hostKey.getPublic()),
                "user", "koppel",
                "password", "secret"));
        all.putAll(changed);
        return all;
    }

    private static KeyPair newKey(String algorithm, int bits) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(bits);
        return generator.generateKeyPair();
    }
}
