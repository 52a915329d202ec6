package org.koppel.transport.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.Handle;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.koppel.shared.PartyId;
import org.koppel.transport.Delivery;
import org.koppel.transport.DeliveryOutcome;
import org.koppel.transport.DeliveryOutcome.Kind;
import org.koppel.transport.Part;
import org.koppel.transport.PickupVisit;
import org.koppel.transport.SlowServer;
import org.koppel.transport.WaitingFile;

/** Servers that lie, refuse, die or hang: nothing is said to be delivered that is not whole. */
@Timeout(60) // what waits here, waits for ever
class LyingSftpServerTest {
    private static final Part CSV = new Part("text/csv", "OR-1.csv", "a;b;c;d\r\n".getBytes(StandardCharsets.UTF_8));
    /** More than what may be on its way unread. */
    private static final Part LARGE = new Part("application/pdf", "OR-1.pdf", new byte[20_000_000]);

    @TempDir
    private Path directory;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final SftpSessions sessions = new SftpSessions();
    private final SftpTransport transport = new SftpTransport(timer, Duration.ofSeconds(4), sessions);
    private final CountDownLatch over = new CountDownLatch(1);
    private SshServer server;

    @AfterEach
    void stopTheServer() throws IOException {
        over.countDown();
        sessions.stop();
        if (server != null) {
            server.stop(true);
        }
        timer.shutdownNow();
    }

    @Test
    void halfAFileThatTheServerCallsWholeIsNotDeliveredAndTheNextAttemptWritesOverIt() throws Exception {
        Map<String, String> settings = start(new SftpEventListener() {
            @Override
            public void closed(ServerSession session, String remote, Handle handle, Throwable thrown) {
                if (handle instanceof FileHandle && over.getCount() > 0) {
                    cut(handle.getFile().getFileName().toString());
                }
            }
        });

        DeliveryOutcome outcome = deliver(settings, CSV);

        assertThat(outcome.kind()).isEqualTo(Kind.RETRY);
        assertThat(outcome.code()).isEqualTo("SFTP_INCOMPLETE");
        assertThat(outcome.detail()).contains("4 of 9 bytes");
        assertThat(names()).containsExactly("OR-1.csv.tmp");
        over.countDown(); // it lies no more
        assertThat(deliver(settings, CSV).kind()).isEqualTo(Kind.DELIVERED);
        assertThat(names()).containsExactly("OR-1.csv");
        assertThat(Files.readAllBytes(directory.resolve("OR-1.csv"))).isEqualTo(CSV.content());
    }

    @Test
    void aConnectionThatDiesInTheMiddleIsTriedAgain() throws Exception {
        Map<String, String> settings = start(new SftpEventListener() {
            @Override
            public void writing(
                    ServerSession session, String remote, FileHandle file, long at, byte[] data, int from, int length) {
                if (at > 100_000) {
                    session.close(true);
                }
            }
        });

        assertThat(deliver(settings, LARGE).kind()).isEqualTo(Kind.RETRY);
        assertThat(names()).containsExactly("OR-1.pdf.tmp");
    }

    @Test
    void aServerThatTakesNothingAnyMoreIsLeft() throws Exception {
        Map<String, String> settings = start(new SftpEventListener() {
            @Override
            public void writing(
                    ServerSession session, String remote, FileHandle file, long at, byte[] data, int from, int length) {
                hang();
            }
        });

        assertThat(deliver(settings, LARGE).code()).isEqualTo("SFTP_TOO_SLOW");
        assertThat(names()).doesNotContain("OR-1.pdf");
    }

    @Test
    void aNameThatIsRefusedIsNoDeliveryAndIsNotTakenForAMissingDirectory() throws Exception {
        Map<String, String> settings = start(new SftpEventListener() {
            @Override
            public void moving(ServerSession session, Path from, Path to, Collection<CopyOption> how)
                    throws IOException {
                throw new IOException("No names on Mondays");
            }
        });

        DeliveryOutcome outcome = deliver(settings, CSV);

        assertThat(outcome.kind()).isEqualTo(Kind.RETRY);
        assertThat(outcome.detail()).contains("General failure").doesNotContain("directory");
        assertThat(names()).containsExactly("OR-1.csv.tmp");
    }

    @Test
    void aServerThatSendsNothingOfAFileIsLeft() throws Exception {
        Map<String, String> settings = start(new SftpEventListener() {
            @Override
            public void reading(
                    ServerSession session, String remote, FileHandle file, long at, byte[] data, int from, int length) {
                hang();
            }
        });
        Files.writeString(directory.resolve("a.edi"), "UNB+UNOC:3'");

        try (PickupVisit visit = new SftpPickup(transport, sessions).visit(settings)) {
            visit.begin();
            WaitingFile file = visit.list().get(0);
            timer.schedule(visit::breakOff, 300, TimeUnit.MILLISECONDS);
            assertThatThrownBy(() -> visit.fetch(file, new ByteArrayOutputStream(), 100))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void aServerThatGreetsAByteAtATimeIsLeft() throws Exception {
        try (SlowServer slow = SlowServer.trickling("", 'S')) {
            assertThat(deliver(settings(slow.port(), "SHA256:" + "A".repeat(43)), CSV)
                            .code())
                    .isEqualTo("SFTP_TOO_SLOW");
        }
    }

    @Test
    void aServerThatGreetsAByteAtATimeIsLeftByWhoFetchesToo() throws Exception {
        try (SlowServer slow = SlowServer.trickling("", 'S');
                PickupVisit visit =
                        new SftpPickup(transport, sessions).visit(settings(slow.port(), "SHA256:" + "A".repeat(43)))) {
            timer.schedule(visit::breakOff, 300, TimeUnit.MILLISECONDS);
            assertThatThrownBy(visit::begin).isInstanceOf(IOException.class);
        }
    }

    private void hang() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void cut(String name) {
        try (RandomAccessFile file =
                new RandomAccessFile(directory.resolve(name).toFile(), "rw")) {
            file.setLength(file.length() / 2);
        } catch (IOException e) {
            throw new IllegalStateException("Cannot cut " + name, e);
        }
    }

    private Map<String, String> start(SftpEventListener listener) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        KeyPair hostKey = generator.generateKeyPair();
        SftpSubsystemFactory sftp = new SftpSubsystemFactory();
        sftp.addSftpEventListener(listener);
        server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setPort(0);
        server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
        server.setPasswordAuthenticator((user, password, session) -> true);
        server.setFileSystemFactory(new VirtualFileSystemFactory(directory));
        server.setSubsystemFactories(List.of(sftp));
        server.start();
        return settings(server.getPort(), KeyUtils.getFingerPrint(BuiltinDigests.sha256, hostKey.getPublic()));
    }

    private static Map<String, String> settings(int port, String key) {
        return new HashMap<>(Map.of(
                "host", "127.0.0.1",
                "port", Integer.toString(port),
                "hostkey", key,
                "user", "koppel",
                "password", "secret"));
    }

    private DeliveryOutcome deliver(Map<String, String> settings, Part... parts) {
        return transport.deliver(
                new Delivery(UUID.randomUUID(), new PartyId("ediplus"), "Order 1", settings, List.of(parts)));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(f -> f.getFileName().toString()).toList();
        }
    }
}
