package org.koppel.transport.sftp;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.SocketAddress;
import java.security.PublicKey;
import java.time.Duration;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.AttributeRepository;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.koppel.transport.DeliveryOutcome;

/** Connections to partners' SFTP servers, each of which must show the host key that was agreed; and what their refusals mean. */
@ApplicationScoped
class SftpSessions {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final AttributeRepository.AttributeKey<String> AGREED_KEY = new AttributeRepository.AttributeKey<>();

    private SshClient client;

    /** Connected, not logged in. */
    ClientSession connect(SftpSettings settings) throws IOException {
        AttributeRepository agreed = AttributeRepository.ofKeyValuePair(AGREED_KEY, settings.hostKey());
        return client().connect(
                        settings.user(),
                        settings.server().host(),
                        settings.server().port(),
                        agreed,
                        null)
                .verify(CONNECT)
                .getSession();
    }

    private static boolean isAgreed(ClientSession session, SocketAddress from, PublicKey key) {
        String shown = KeyUtils.getFingerPrint(BuiltinDigests.sha256, key);
        AttributeRepository context = session.getConnectionContext();
        return shown != null && shown.replace("=", "").equals(context.getAttribute(AGREED_KEY));
    }

    /** One for all partners, with its few threads; begun by the first call. */
    synchronized SshClient client() {
        if (client == null) {
            client = SshClient.setUpDefaultClient();
            client.setServerKeyVerifier(SftpSessions::isAgreed);
            // only what the channel says counts: neither keys nor configuration of the account that the server runs
            // under
            client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
            client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
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

    /** @param rights what the account must be allowed to do, for a person */
    static DeliveryOutcome refused(SftpSettings settings, SftpException e, String rights) {
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
                        words + "Have the partner give the account the right to " + rights + ".");
            default -> DeliveryOutcome.retry("SFTP_" + e.getStatus(), words + "It is tried again.");
        };
    }

    static DeliveryOutcome unreachable(SftpSettings settings, IOException e) {
        int why = e instanceof SshException ssh ? ssh.getDisconnectCode() : 0;
        if (why == SshConstants.SSH2_DISCONNECT_HOST_KEY_NOT_VERIFIABLE) {
            return DeliveryOutcome.rejected(
                    "SFTP_HOST_KEY",
                    settings.server()
                            + " shows another host key than the one agreed. Ask the partner on another way whether"
                            + " it was changed, and only then enter the new one at the channel.");
        }
        if (why == SshConstants.SSH2_DISCONNECT_NO_MORE_AUTH_METHODS_AVAILABLE) {
            return DeliveryOutcome.rejected(
                    "SFTP_LOGIN",
                    settings.server() + " refuses the login of " + settings.user()
                            + ". Correct user, password or private key of the channel.");
        }
        return DeliveryOutcome.retry(
                "SFTP_UNREACHABLE",
                settings.server() + " cannot be reached or broke off: " + e.getMessage()
                        + ". Check host and port of the channel if this lasts.");
    }
}
