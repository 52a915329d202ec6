package org.koppel.transport.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koppel.transport.Pickup;
import org.koppel.transport.PickupContract;
import org.koppel.transport.PickupRefusedException;

/** Files from a real SFTP server of a partner. */
class SftpPickupTest extends PickupContract {
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final SftpSessions sessions = new SftpSessions();
    private SshServer server;
    private KeyPair hostKey;

    @BeforeEach
    void startThePartner() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        hostKey = generator.generateKeyPair();
        server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
        server.setPasswordAuthenticator(
                (user, password, session) -> user.equals("koppel") && password.equals("secret"));
        server.setFileSystemFactory(new VirtualFileSystemFactory(directory.getParent()));
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
        server.start();
    }

    @AfterEach
    void stopThePartner() throws IOException {
        sessions.stop();
        server.stop(true);
        timer.shutdownNow();
    }

    @Override
    protected Pickup pickup() {
        return new SftpPickup(new SftpTransport(timer, Duration.ofSeconds(5), sessions), sessions);
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of(
                "host",
                "127.0.0.1",
                "port",
                Integer.toString(server.getPort()),
                "hostkey",
                KeyUtils.getFingerPrint(BuiltinDigests.sha256, hostKey.getPublic()),
                "user",
                "koppel",
                "password",
                "secret",
                "directory",
                "/" + directory.getFileName());
    }

    @Test
    void aServerWithAnotherHostKeyIsNotToldThePassword() {
        Map<String, String> other = new HashMap<>(settings());
        other.put("hostkey", "SHA256:" + "A".repeat(43));

        assertThatThrownBy(() -> begun(other))
                .isInstanceOfSatisfying(
                        PickupRefusedException.class,
                        e -> assertThat(e.outcome().code()).isEqualTo("SFTP_HOST_KEY"));
    }

    @Test
    void aWrongPasswordIsForAPerson() {
        Map<String, String> other = new HashMap<>(settings());
        other.put("password", "other");

        assertThatThrownBy(() -> begun(other))
                .isInstanceOfSatisfying(
                        PickupRefusedException.class,
                        e -> assertThat(e.outcome().code()).isEqualTo("SFTP_LOGIN"));
    }

    @Test
    void aServerThatIsAwayIsTriedLater() throws Exception {
        Map<String, String> settings = settings();
        server.stop(true);

        assertThatThrownBy(() -> begun(settings)).isInstanceOf(IOException.class);
    }
}
