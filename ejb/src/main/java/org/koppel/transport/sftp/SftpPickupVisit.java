package org.koppel.transport.sftp;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.koppel.transport.DeliveryOutcome;
import org.koppel.transport.LimitedCopy;
import org.koppel.transport.PickupRefusedException;
import org.koppel.transport.PickupVisit;
import org.koppel.transport.UnusableSettingsException;
import org.koppel.transport.WaitingFile;

/** Takes files from the directory of the settings. */
final class SftpPickupVisit implements PickupVisit {
    private static final System.Logger LOG = System.getLogger(SftpPickupVisit.class.getName());
    private static final String UNFINISHED = ".tmp";
    private static final String RIGHTS = "list, read, rename and make folders";

    private final SftpSessions sessions;
    private final SftpSettings settings;
    private volatile ClientSession session;
    private volatile boolean brokenOff;
    private SftpClient sftp;

    SftpPickupVisit(SftpSessions sessions, SftpSettings settings) {
        this.sessions = sessions;
        this.settings = settings;
    }

    @Override
    public String place() {
        return settings.server().toString();
    }

    @Override
    public void begin() throws IOException, PickupRefusedException {
        try {
            session = sessions.connect(settings);
            if (brokenOff) { // while there was no session to close yet
                session.close(true);
            }
            new SftpVisit(session, settings).logIn();
            sftp = SftpClientFactory.instance().createSftpClient(session);
        } catch (UnusableSettingsException e) {
            throw new PickupRefusedException(e.outcome(), e);
        } catch (SftpException e) {
            throw refused(e);
        } catch (IOException e) {
            DeliveryOutcome outcome = SftpSessions.unreachable(settings, e);
            if (outcome.kind() == DeliveryOutcome.Kind.REJECTED) {
                throw new PickupRefusedException(outcome, e);
            }
            throw e;
        }
    }

    @Override
    public List<WaitingFile> list() throws IOException, PickupRefusedException {
        List<WaitingFile> files = new ArrayList<>();
        try {
            for (SftpClient.DirEntry entry :
                    sftp.readDir(settings.directory().isEmpty() ? "." : settings.directory())) {
                SftpClient.Attributes about = entry.getAttributes();
                if (about.isRegularFile() && WaitingFile.isName(entry.getFilename())) {
                    files.add(new WaitingFile(entry.getFilename(), about.getSize(), modified(about)));
                }
            }
        } catch (SftpException e) {
            throw refused(e);
        } catch (UncheckedIOException e) { // the list is read while it is gone through
            if (e.getCause() instanceof SftpException said) {
                throw refused(said);
            }
            throw e.getCause();
        } catch (IllegalStateException | IndexOutOfBoundsException e) { // what sshd makes of packets that lie
            throw new IOException("The server's list of files cannot be read", e);
        }
        return files;
    }

    private static Instant modified(SftpClient.Attributes about) {
        return about.getModifyTime() == null
                ? Instant.EPOCH
                : about.getModifyTime().toInstant();
    }

    @Override
    public boolean fetch(WaitingFile file, OutputStream to, long most) throws IOException, PickupRefusedException {
        try (InputStream in = sftp.read(settings.path(file.name()))) {
            return LimitedCopy.copy(file, in, to, most);
        } catch (SftpException e) {
            throw refused(e);
        }
    }

    @Override
    public void move(WaitingFile file, String folder, String name, String explanation)
            throws IOException, PickupRefusedException {
        try {
            make(settings.path(folder));
            String target = settings.path(folder + "/" + name);
            if (explanation != null) {
                lay(explanation, target + ".txt");
            }
            sftp.rename(settings.path(file.name()), target);
        } catch (SftpException e) {
            throw refused(e);
        }
    }

    private void make(String folder) throws IOException {
        try {
            sftp.stat(folder);
        } catch (SftpException e) {
            LOG.log(Level.DEBUG, "{0} is not there and is made", folder);
            sftp.mkdir(folder);
        }
    }

    private void lay(String text, String path) throws IOException {
        try (OutputStream out = sftp.write(path + UNFINISHED)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        removeIfThere(path); // of a run before that did not come to its end
        sftp.rename(path + UNFINISHED, path);
    }

    @Override
    public void remove(WaitingFile file) throws IOException, PickupRefusedException {
        try {
            removeIfThere(settings.path(file.name()));
        } catch (SftpException e) {
            throw refused(e);
        }
    }

    private void removeIfThere(String path) throws IOException {
        try {
            sftp.remove(path);
        } catch (SftpException e) {
            if (e.getStatus() != SftpConstants.SSH_FX_NO_SUCH_FILE) {
                throw e;
            }
        }
    }

    @Override
    public boolean goesOn() {
        try {
            sftp.stat(settings.directory().isEmpty() ? "." : settings.directory());
            return true;
        } catch (IOException e) {
            LOG.log(Level.DEBUG, settings.server() + " does not answer any more", e);
            return false;
        }
    }

    @Override
    public void breakOff() {
        brokenOff = true;
        ClientSession open = session;
        if (open != null) {
            open.close(true);
        }
    }

    @Override
    public void close() {
        ClientSession open = session;
        if (open == null) {
            return;
        }
        try {
            open.close();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "No goodbye from " + settings.server(), e);
        }
    }

    private PickupRefusedException refused(SftpException e) {
        return new PickupRefusedException(SftpSessions.refused(settings, e, RIGHTS), e);
    }
}
