package org.koppel.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** An SFTP server on loopback with one account, whose root is one directory; its host key is kept beside that directory. */
public final class SftpFolder {
    /** The account's name. */
    public static final String USER = "koppel";

    private final Path directory;
    private final int port;
    private final String password;
    private SshServer server;

    public SftpFolder(Path directory, int port, String password) {
        this.directory = directory;
        this.port = port;
        this.password = password;
    }

    public Path directory() {
        return directory;
    }

    /** As {@code ssh-keygen -l} shows it; the key is made when there is none. */
    public String fingerprint() {
        Workspace.createDirectories(directory);
        return KeyUtils.getFingerPrint(
                BuiltinDigests.sha256,
                hostKey().loadKeys(null).iterator().next().getPublic());
    }

    private SimpleGeneratorHostKeyProvider hostKey() {
        SimpleGeneratorHostKeyProvider hostKey =
                new SimpleGeneratorHostKeyProvider(directory.resolveSibling("sftp-host.key"));
        hostKey.setAlgorithm("EC");
        return hostKey;
    }

    /** @throws CannotStartException when the port is taken */
    public synchronized void start() {
        Workspace.createDirectories(directory);
        server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setPort(port);
        server.setKeyPairProvider(hostKey());
        server.setPasswordAuthenticator((user, given, session) -> USER.equals(user) && same(given, password));
        server.setFileSystemFactory(new VirtualFileSystemFactory(directory));
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
        try {
            server.start();
        } catch (IOException e) {
            throw new CannotStartException("the SFTP server does not start on port " + port, e);
        }
    }

    public synchronized void stop() throws IOException {
        if (server != null) {
            server.stop(true);
            server = null;
        }
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
