package org.koppel.transport.ftp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.net.ftp.FTPClient;
import org.apache.commons.net.ftp.FTPCmd;
import org.apache.commons.net.ftp.FTPFile;
import org.apache.commons.net.ftp.FTPReply;
import org.koppel.transport.ChangedFileException;
import org.koppel.transport.LimitedCopy;
import org.koppel.transport.PickupRefusedException;
import org.koppel.transport.PickupVisit;
import org.koppel.transport.WaitingFile;

/** Takes files from the directory of the settings. */
final class FtpPickupVisit implements PickupVisit {
    private static final System.Logger LOG = System.getLogger(FtpPickupVisit.class.getName());
    private static final String UNFINISHED = ".tmp";
    private final FtpVisit visit;
    private final FtpSettings settings;
    private final FTPClient ftp;

    FtpPickupVisit(FtpVisit visit, FtpSettings settings) {
        this.visit = visit;
        this.settings = settings;
        this.ftp = visit.client();
    }

    @Override
    public String place() {
        return settings.server().toString();
    }

    @Override
    public void begin() throws IOException, PickupRefusedException {
        try {
            visit.begin();
        } catch (FtpRefusedException e) {
            throw refused(e);
        }
    }

    /** By MLSD, which tells exact times, where the server has it. */
    @Override
    public List<WaitingFile> list() throws IOException, PickupRefusedException {
        FTPFile[] files = ftp.hasFeature(FTPCmd.MLST) ? ftp.mlistDir() : ftp.listFiles();
        if (!FTPReply.isPositiveCompletion(ftp.getReplyCode())) {
            throw refused("The list of files", "Have the partner give the account the right to list the directory.");
        }
        return Arrays.stream(files)
                .filter(f -> f != null && f.isFile() && WaitingFile.isName(f.getName()))
                .map(f -> new WaitingFile(
                        f.getName(),
                        f.getSize(),
                        f.getTimestamp() == null
                                ? Instant.EPOCH
                                : f.getTimestamp().toInstant()))
                .toList();
    }

    @Override
    public boolean fetch(WaitingFile file, OutputStream to, long most) throws IOException, PickupRefusedException {
        boolean whole;
        try (InputStream in = ftp.retrieveFileStream(file.name())) {
            if (in == null) {
                throw refused("The file " + file.name(), "Have the partner give the account the right to read files.");
            }
            whole = LimitedCopy.copy(file, in, to, most);
        } catch (ChangedFileException e) {
            ftp.completePendingCommand(); // whatever it says: the next reply belongs to the next command
            throw e;
        }
        if (!whole) {
            beginAnew();
        } else if (!ftp.completePendingCommand()) {
            throw new ChangedFileException(
                    file, "broke off (" + ftp.getReplyString().strip() + ")");
        }
        return whole;
    }

    private void beginAnew() throws IOException, PickupRefusedException {
        try {
            visit.beginAnew();
        } catch (FtpRefusedException e) {
            throw refused(e);
        }
    }

    @Override
    public void move(WaitingFile file, String folder, String name, String explanation)
            throws IOException, PickupRefusedException {
        String target = folder + "/" + name;
        if (explanation != null) {
            lay(explanation, folder, target + ".txt");
        }
        if (ftp.rename(file.name(), target) || make(folder) && ftp.rename(file.name(), target)) {
            return;
        }
        throw refused(
                "Moving " + file.name() + " to " + target,
                "Have the partner give the account the right to rename files and to make the folder " + folder + ".");
    }

    private boolean make(String folder) throws IOException {
        return ftp.makeDirectory(folder);
    }

    private void lay(String text, String folder, String path) throws IOException, PickupRefusedException {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        boolean stored = ftp.storeFile(path + UNFINISHED, new ByteArrayInputStream(content))
                || make(folder) && ftp.storeFile(path + UNFINISHED, new ByteArrayInputStream(content));
        if (stored && !ftp.rename(path + UNFINISHED, path)) {
            ftp.deleteFile(path); // of a run before that did not come to its end
            stored = ftp.rename(path + UNFINISHED, path);
        }
        if (!stored) {
            throw refused("The file " + path, "Have the partner give the account the right to write there.");
        }
    }

    @Override
    public void remove(WaitingFile file) throws IOException, PickupRefusedException {
        if (ftp.deleteFile(file.name())) {
            return;
        }
        PickupRefusedException refused =
                refused("Removing " + file.name(), "Have the partner give the account the right to remove files.");
        if (list().stream().anyMatch(f -> f.name().equals(file.name()))) { // replies do not tell one from the other
            throw refused;
        }
    }

    /** On a connection of its own: what the old one still has to say, nobody could tell from other answers. */
    @Override
    public boolean goesOn() {
        try {
            beginAnew();
            return true;
        } catch (IOException | PickupRefusedException e) {
            LOG.log(Level.DEBUG, "No second connection to " + settings.server(), e);
            return false;
        }
    }

    @Override
    public void breakOff() {
        visit.breakOff();
    }

    @Override
    public void close() {
        visit.close();
    }

    private PickupRefusedException refused(String what, String cure) {
        return refused(new FtpRefusedException(ftp, what, cure));
    }

    private static PickupRefusedException refused(FtpRefusedException e) {
        return new PickupRefusedException(e.outcome(), e);
    }
}
