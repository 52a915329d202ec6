package org.koppel.transport.ftp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
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
 * One stay on a partner's server. Data connections are passive. A file is stored under {@code <name>.tmp}, it is seen to be whole there
 * ({@link FtpProof}), and only then it gets its name: whoever polls the directory never sees half a file.
 */
final class FtpVisit implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(FtpVisit.class.getName());
    private static final int CONNECT_MILLIS = 10_000;
    private static final int ANSWER_MILLIS = 20_000;
    private static final String UNFINISHED = ".tmp";

    private final FTPClient ftp;
    private final FtpSettings settings;
    private final RecordedSockets sockets = new RecordedSockets();

    /** Of data connections, where they are protected by themselves; else null. */
    private final RecordedSockets protectedSockets;

    private FtpVisit(FTPClient ftp, RecordedSockets protectedSockets, FtpSettings settings) {
        this.ftp = ftp;
        this.settings = settings;
        this.protectedSockets = protectedSockets;
    }

    /** Not connected yet, so that a deadline can be set before. */
    static FtpVisit to(FtpSettings settings) throws UnusableSettingsException, GeneralSecurityException {
        FtpVisit visit = settings.security() == Security.NONE
                ? new FtpVisit(new FTPClient(), null, settings)
                : secured(settings, PartnerTrust.context(settings.fingerprint()));
        visit.ftp.setConnectTimeout(CONNECT_MILLIS);
        visit.ftp.setDefaultTimeout(ANSWER_MILLIS);
        visit.ftp.setDataTimeout(Duration.ofMillis(ANSWER_MILLIS));
        visit.ftp.setControlEncoding("UTF-8");
        return visit;
    }

    private static FtpVisit secured(FtpSettings settings, SSLContext tls) {
        FTPSClient ftp = new OneServerClient(settings.security() == Security.IMPLICIT, tls);
        ftp.setTrustManager(null); // that of the context counts
        ftp.setEndpointCheckingEnabled(settings.fingerprint().isEmpty()); // the certificate must be of this host
        return new FtpVisit(ftp, new RecordedSockets(tls.getSocketFactory()), settings);
    }

    /** Connects, logs in and goes to the directory. */
    void begin() throws IOException, FtpRefusedException {
        ftp.setSocketFactory(sockets);
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
            secured.setSocketFactory(protectedSockets); // those of the library could not be broken off
        }
        ftp.enterLocalPassiveMode();
        if (!ftp.setFileType(FTP.BINARY_FILE_TYPE)) {
            throw new FtpRefusedException(ftp, "The binary type", "Koppel needs it: other types change files.");
        }
        if (!settings.directory().isEmpty() && !ftp.changeWorkingDirectory(settings.directory())) {
            throw new FtpRefusedException(
                    ftp,
                    "The directory " + settings.directory(),
                    "Correct the directory of the channel, or have the partner make it.");
        }
    }

    /**
     * All files or none get their names; an earlier file of the same name is replaced.
     *
     * @return whether the server let it be seen that it has all of them whole; else there is only its word
     */
    boolean bring(List<Part> parts) throws IOException, FtpRefusedException {
        boolean seen = true;
        for (Part part : parts) {
            seen &= store(part.fileName() + UNFINISHED, part.content());
        }
        for (Part part : parts) {
            rename(part.fileName());
        }
        return seen;
    }

    private boolean store(String name, byte[] content) throws IOException, FtpRefusedException {
        if (!ftp.storeFile(name, new ByteArrayInputStream(content))) {
            FtpRefusedException refused = new FtpRefusedException(
                    ftp, "The file " + name, "Have the partner look at rights and space of the directory.");
            boolean fresh = ftp.deleteFile(name); // the rest of an earlier attempt, which may not be written over
            if (!fresh || !ftp.storeFile(name, new ByteArrayInputStream(content))) {
                throw refused;
            }
        }
        return FtpProof.of(ftp, name, content) == FtpProof.SEEN;
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
        if (protectedSockets != null) {
            protectedSockets.closeAll();
        }
    }

    /** Says goodbye, for which there has to be a deadline too. */
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
            breakOff();
        }
    }
}
