package org.koppel.transport.sftp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.List;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.koppel.transport.Part;
import org.koppel.transport.UnusableSettingsException;

/**
 * One stay on a partner's server, over a session that is connected. A file is written under {@code <name>.tmp}, its size is asked
 * for, and only then it gets its name: whoever polls the directory never sees half a file.
 */
final class SftpVisit {
    private static final String UNFINISHED = ".tmp";

    private final ClientSession session;
    private final SftpSettings settings;

    SftpVisit(ClientSession session, SftpSettings settings) {
        this.session = session;
        this.settings = settings;
    }

    /** What the login offers to the server. @throws UnusableSettingsException when the private key cannot be read */
    void logIn() throws UnusableSettingsException, IOException {
        if (!settings.password().isEmpty()) {
            session.addPasswordIdentity(settings.password());
        }
        if (!settings.privateKey().isEmpty()) {
            session.addPublicKeyIdentity(key(settings.privateKey()));
        }
        session.auth().verify();
    }

    private KeyPair key(String pem) throws UnusableSettingsException {
        try {
            Iterable<KeyPair> keys = SecurityUtils.loadKeyPairIdentities(
                    session,
                    NamedResource.ofName("privatekey"),
                    new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)),
                    FilePasswordProvider.EMPTY);
            if (keys != null && keys.iterator().hasNext()) {
                return keys.iterator().next();
            }
        } catch (GeneralSecurityException | IOException e) { // from memory: what it cannot read is no key it knows
            throw unreadable(e.getMessage());
        }
        throw unreadable("it holds none");
    }

    private static UnusableSettingsException unreadable(String why) {
        return new UnusableSettingsException(
                "BAD_SETTING",
                "The setting \"privatekey\" cannot be read (" + why
                        + "); enter a private key as ssh-keygen writes it, without a pass phrase");
    }

    /** All files or none get their names; an earlier file of the same name is replaced. */
    void bring(List<Part> parts) throws IOException {
        try (SftpClient sftp = SftpClientFactory.instance().createSftpClient(session)) {
            if (!settings.directory().isEmpty()) {
                sftp.stat(settings.directory()); // says that it is not there, before anything is written
            }
            for (Part part : parts) {
                store(sftp, part);
            }
            for (Part part : parts) {
                rename(sftp, settings.path(part.fileName()));
            }
        }
    }

    private void store(SftpClient sftp, Part part) throws IOException {
        String path = settings.path(part.fileName()) + UNFINISHED;
        try (OutputStream out = sftp.write(path)) { // creates or truncates
            out.write(part.content());
        }
        long size = sftp.stat(path).getSize();
        if (size != part.content().length) {
            throw new IncompleteFileException("The server said it has " + path + ", but it has " + size + " of "
                    + part.content().length + " bytes. It is sent again.");
        }
    }

    private static void rename(SftpClient sftp, String path) throws IOException {
        try {
            sftp.rename(path + UNFINISHED, path);
        } catch (SftpException e) {
            if (e.getStatus() == SftpConstants.SSH_FX_PERMISSION_DENIED || !isThere(sftp, path)) {
                throw e;
            }
            sftp.remove(path); // version 3 renames onto nothing only
            sftp.rename(path + UNFINISHED, path);
        }
    }

    private static boolean isThere(SftpClient sftp, String path) throws IOException {
        try {
            sftp.stat(path);
            return true;
        } catch (SftpException e) {
            if (e.getStatus() == SftpConstants.SSH_FX_NO_SUCH_FILE) {
                return false;
            }
            throw e;
        }
    }

    /** The server has something else than it was given. */
    static final class IncompleteFileException extends IOException {
        private static final long serialVersionUID = 1;

        IncompleteFileException(String message) {
            super(message);
        }
    }
}
