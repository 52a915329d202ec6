package org.koppel.transport.sftp;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.SocketAddress;
import java.security.PublicKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.AttributeRepository;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.koppel.transport.Deadline;
import org.koppel.transport.Delivery;
import org.koppel.transport.DeliveryOutcome;
import org.koppel.transport.Part;
import org.koppel.transport.Setting;
import org.koppel.transport.Transport;
import org.koppel.transport.TransportId;
import org.koppel.transport.UnusableSettingsException;

/** Stores a delivery as files on the partner's SFTP server, whose host key was agreed. */
@ApplicationScoped
public class SftpTransport implements Transport {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final AttributeRepository.AttributeKey<String> AGREED_KEY = new AttributeRepository.AttributeKey<>();

    @Resource
    private ManagedScheduledExecutorService managed;

    private ScheduledExecutorService timer;
    private Duration limit = Deadline.ATTEMPT;
    private SshClient client;

    /** For CDI. */
    public SftpTransport() {}

    SftpTransport(ScheduledExecutorService timer, Duration limit) {
        this.timer = timer;
        this.limit = limit;
    }

    @Override
    public TransportId id() {
        return new TransportId("sftp");
    }

    /** {@code hostkey} is the fingerprint of the server's key as {@code ssh-keygen -l} shows it; no other key is believed. */
    @Override
    public List<Setting> settings() {
        return List.of(
                new Setting("host", true, false),
                new Setting("port", false, false),
                new Setting("hostkey", true, false),
                new Setting("user", true, false),
                new Setting("password", false, true),
                new Setting("privatekey", false, true),
                new Setting("directory", false, false));
    }

    @Override
    public DeliveryOutcome check(Map<String, String> settings) {
        return visit(settings, List.of(), "The server answers, the login works and the directory is there");
    }

    @Override
    public DeliveryOutcome deliver(Delivery delivery) {
        List<String> names = delivery.parts().stream().map(Part::fileName).toList();
        return visit(delivery.settings(), delivery.parts(), "Stored " + String.join(", ", names));
    }

    private DeliveryOutcome visit(Map<String, String> given, List<Part> parts, String done) {
        try {
            SftpSettings settings = SftpSettings.of(given);
            AttributeRepository agreed = AttributeRepository.ofKeyValuePair(AGREED_KEY, settings.hostKey());
            try (ClientSession session = client().connect(
                                    settings.user(), settings.host(), settings.port(), agreed, null)
                            .verify(CONNECT)
                            .getSession();
                    Deadline deadline = Deadline.after(timer(), limit, () -> session.close(true))) {
                return visit(new SftpVisit(session, settings), deadline, settings, parts, done);
            } catch (IOException e) {
                return unreachable(settings, e);
            }
        } catch (UnusableSettingsException e) {
            return e.outcome();
        }
    }

    private static DeliveryOutcome visit(
            SftpVisit visit, Deadline deadline, SftpSettings settings, List<Part> parts, String done)
            throws UnusableSettingsException {
        try {
            visit.logIn();
            visit.bring(parts);
            return DeliveryOutcome.delivered(done);
        } catch (SftpException e) {
            return refused(settings, e);
        } catch (IOException e) {
            return deadline.isPassed()
                    ? DeliveryOutcome.retry(
                            "SFTP_TOO_SLOW", settings.place() + " takes too long; ask the partner if this lasts")
                    : unreachable(settings, e);
        }
    }

    private static DeliveryOutcome refused(SftpSettings settings, SftpException e) {
        String words = "The server says \"" + e.getMessage() + "\". ";
        return switch (e.getStatus()) {
            case SftpConstants.SSH_FX_NO_SUCH_FILE, SftpConstants.SSH_FX_NO_SUCH_PATH ->
                DeliveryOutcome.rejected(
                        "SFTP_" + e.getStatus(),
                        words + "Correct the directory " + settings.directory()
                                + " of the channel, or have the partner make it.");
            case SftpConstants.SSH_FX_PERMISSION_DENIED ->
                DeliveryOutcome.rejected(
                        "SFTP_" + e.getStatus(),
                        words + "Have the partner give the account the right to write and rename.");
            default -> DeliveryOutcome.retry("SFTP_" + e.getStatus(), words + "It is tried again.");
        };
    }

    private static DeliveryOutcome unreachable(SftpSettings settings, IOException e) {
        int why = e instanceof SshException ssh ? ssh.getDisconnectCode() : 0;
        if (why == SshConstants.SSH2_DISCONNECT_HOST_KEY_NOT_VERIFIABLE) {
            return DeliveryOutcome.rejected(
                    "SFTP_HOST_KEY",
                    settings.place()
                            + " shows another host key than the one agreed. Ask the partner on another way whether"
                            + " it was changed, and only then enter the new one at the channel.");
        }
        if (why == SshConstants.SSH2_DISCONNECT_NO_MORE_AUTH_METHODS_AVAILABLE) {
            return DeliveryOutcome.rejected(
                    "SFTP_LOGIN",
                    settings.place() + " refuses the login of " + settings.user()
                            + ". Correct user, password or private key of the channel.");
        }
        return DeliveryOutcome.retry(
                "SFTP_UNREACHABLE",
                settings.place() + " cannot be reached or broke off: " + e.getMessage()
                        + ". Check host and port of the channel if this lasts.");
    }

    private static boolean isAgreed(ClientSession session, SocketAddress from, PublicKey key) {
        String shown = KeyUtils.getFingerPrint(BuiltinDigests.sha256, key);
        AttributeRepository context = session.getConnectionContext();
        return shown != null && shown.replace("=", "").equals(context.getAttribute(AGREED_KEY));
    }

    /** One for all partners, with its few threads; begun by the first delivery. */
    private synchronized SshClient client() {
        if (client == null) {
            client = SshClient.setUpDefaultClient();
            client.setServerKeyVerifier(SftpTransport::isAgreed);
            client.start();
        }
        return client;
    }

    @PreDestroy
    synchronized void stop() {
        if (client != null) {
            client.stop();
            client = null;
        }
    }

    private ScheduledExecutorService timer() {
        return timer == null ? managed : timer;
    }
}
