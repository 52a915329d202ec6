package org.koppel.transport.ftp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import org.apache.commons.net.ftp.FTP;
import org.apache.commons.net.ftp.FTPClient;
import org.apache.commons.net.ftp.FTPReply;
import org.apache.commons.net.ftp.FTPSClient;
import org.koppel.transport.Part;
import org.koppel.transport.PartnerTrust;
import org.koppel.transport.RecordedSockets;
import org.koppel.transport.Security;
import org.koppel.transport.UnusableSettingsException;

/**
 * One stay on a partner's server. Data connections are passive. A file is stored under {@code <name>.tmp}, its size is asked for
 * where the server tells it, and only then it gets its name: whoever polls the directory never sees half a file.
 */
final class FtpVisit implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(FtpVisit.class.getName());
    private static final int CONNECT_MILLIS = 10_000;
    private static final int ANSWER_MILLIS = 20_000;
    private static final String UNFINISHED = ".tmp";

    private final FTPClient ftp;
    private final FtpSettings settings;
    private final RecordedSockets sockets = new RecordedSockets();

    private FtpVisit(FTPClient ftp, FtpSettings settings) {
        this.ftp = ftp;
        this.settings = settings;
        ftp.setSocketFactory(sockets);
    }

    /** Not connected yet, so that a deadline can be set before. */
    static FtpVisit to(FtpSettings settings) throws UnusableSettingsException, GeneralSecurityException {
        FTPClient ftp = settings.security() == Security.NONE ? new FTPClient() : secured(settings);
        ftp.setConnectTimeout(CONNECT_MILLIS);
        ftp.setDefaultTimeout(ANSWER_MILLIS);
        ftp.setDataTimeout(Duration.ofMillis(ANSWER_MILLIS));
        ftp.setControlEncoding("UTF-8");
        return new FtpVisit(ftp, settings);
    }

    private static FTPSClient secured(FtpSettings settings) throws UnusableSettingsException, GeneralSecurityException {
        FTPSClient ftp = new FTPSClient(settings.security() == Security.IMPLICIT);
        if (settings.fingerprint().isEmpty()) {
            ftp.setTrustManager(PartnerTrust.authorities());
            ftp.setEndpointCheckingEnabled(true); // the certificate must be of this host
        } else {
            ftp.setTrustManager(PartnerTrust.pinned(settings.fingerprint()));
        }
        return ftp;
    }

    /** Connects, logs in and goes to the directory. */
    void begin() throws IOException, FtpRefusedException {
        ftp.connect(settings.server().host(), settings.server().port());
        if (!FTPReply.isPositiveCompletion(ftp.getReplyCode())) {
            throw new FtpRefusedException(ftp, "The connection", "Ask the partner if this lasts.");
        }
        ftp.setSoTimeout(ANSWER_MILLIS);
        if (!ftp.login(settings.user(), settings.password())) {
            throw new FtpRefusedException(
                    ftp, "The login of " + settings.user(), "Correct user and password of the channel.");
        }
        if (ftp instanceof FTPSClient secured) {
            secured.execPBSZ(0);
            secured.execPROT("P"); // files travel encrypted as well
        }
        ftp.enterLocalPassiveMode();
        ftp.setFileType(FTP.BINARY_FILE_TYPE);
        if (!settings.directory().isEmpty() && !ftp.changeWorkingDirectory(settings.directory())) {
            throw new FtpRefusedException(
                    ftp,
                    "The directory " + settings.directory(),
                    "Correct the directory of the channel, or have the partner make it.");
        }
    }

    /** All files or none get their names; an earlier file of the same name is replaced. */
    void bring(List<Part> parts) throws IOException, FtpRefusedException {
        for (Part part : parts) {
            store(part);
        }
        for (Part part : parts) {
            rename(part.fileName());
        }
    }

    private void store(Part part) throws IOException, FtpRefusedException {
        String name = part.fileName() + UNFINISHED;
        if (!ftp.storeFile(name, new ByteArrayInputStream(part.content()))) {
            throw new FtpRefusedException(
                    ftp, "The file " + name, "Have the partner look at rights and space of the directory.");
        }
        String size = ftp.getSize(name); // null where the server does not tell
        if (size != null && !size.strip().equals(Integer.toString(part.content().length))) {
            throw new FtpRefusedException("The server said it has " + name + ", but it has " + size.strip() + " of "
                    + part.content().length + " bytes. It is sent again.");
        }
    }

    private void rename(String name) throws IOException, FtpRefusedException {
        if (ftp.rename(name + UNFINISHED, name)) {
            return;
        }
        ftp.deleteFile(name); // many servers rename onto nothing only
        if (!ftp.rename(name + UNFINISHED, name)) {
            throw new FtpRefusedException(
                    ftp, "The name " + name, "Have the partner give the account the right to rename files.");
        }
    }

    /** The connection, for who takes files instead of bringing them. */
    FTPClient client() {
        return ftp;
    }

    /** A new connection, because the one before is in the middle of a file that nobody wants. */
    void beginAnew() throws IOException, FtpRefusedException {
        ftp.disconnect();
        begin();
    }

    /** Makes whoever waits on this server fail at once; from any thread. */
    void breakOff() {
        sockets.closeAll();
    }

    @Override
    public void close() {
        if (!ftp.isConnected()) {
            return;
        }
        try {
            ftp.logout();
            ftp.disconnect();
        } catch (IOException e) { // the files have their names; a server that hangs up first is no failure
            LOG.log(System.Logger.Level.DEBUG, "No goodbye from " + settings.server(), e);
        } finally {
            sockets.closeAll();
        }
    }
}
