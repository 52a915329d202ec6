package org.koppel.transport.ftp;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.apache.commons.net.ftp.FTPClient;
import org.apache.commons.net.ftp.FTPCmd;
import org.apache.commons.net.ftp.FTPFile;

/**
 * What is known about a file that a server said it has ({@code 226}). That alone proves nothing: some say so after a connection that was
 * cut, or on a full disk.
 */
enum FtpProof {
    /** It has the right size, or was read back. */
    SEEN,
    /** The server tells no size, keeps no list that does and lets nobody read; there is only its word. */
    ITS_WORD;

    private static final long UNTOLD = -1;

    /**
     * By {@code SIZE} or {@code MLST} (RFC 3659, 4 and 7); where they say nothing, or something else, the file is read back.
     *
     * @throws FtpRefusedException when the server has something else, so that the file is to be sent again
     */
    static FtpProof of(FTPClient ftp, String name, byte[] content) throws IOException, FtpRefusedException {
        long size = size(ftp, name);
        if (size == content.length) {
            return SEEN;
        }
        InputStream in = ftp.retrieveFileStream(name);
        if (in == null) {
            if (size == UNTOLD) {
                return ITS_WORD;
            }
            throw new FtpRefusedException("The server said it has " + name + ", but it has " + size + " of "
                    + content.length + " bytes. It is sent again.");
        }
        byte[] kept;
        try (in) {
            kept = in.readNBytes(content.length + 1);
        }
        boolean ended = ftp.completePendingCommand();
        if (ended && Arrays.equals(kept, content)) {
            return SEEN;
        }
        throw new FtpRefusedException(
                "The server said it has " + name + ", but what it gives back is not what was sent (" + kept.length
                        + " of " + content.length + " bytes). It is sent again.");
    }

    private static long size(FTPClient ftp, String name) throws IOException {
        String told = ftp.getSize(name);
        if (told != null && told.strip().matches("[0-9]{1,18}")) {
            return Long.parseLong(told.strip());
        }
        FTPFile file = ftp.hasFeature(FTPCmd.MLST) ? ftp.mlistFile(name) : null;
        return file == null ? UNTOLD : file.getSize();
    }
}
