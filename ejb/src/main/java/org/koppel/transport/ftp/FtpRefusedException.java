package org.koppel.transport.ftp;

import org.apache.commons.net.ftp.FTPClient;
import org.koppel.transport.DeliveryOutcome;

/** The server said no. */
final class FtpRefusedException extends Exception {
    private static final long serialVersionUID = 1;
    private static final int PERMANENT = 500;

    private final int reply;

    /** @param cure what a person can do about it */
    FtpRefusedException(FTPClient ftp, String what, String cure) {
        super(what + " is refused: \"" + String.valueOf(ftp.getReplyString()).strip() + "\". " + cure);
        this.reply = ftp.getReplyCode();
    }

    FtpRefusedException(String why) {
        super(why);
        this.reply = 0;
    }

    /** Permanent replies (RFC 959, 4.2.1: 5yz) are for a person, the others for a later attempt. */
    DeliveryOutcome outcome() {
        String code = reply == 0 ? "FTP_INCOMPLETE" : "FTP_" + reply;
        return reply >= PERMANENT
                ? DeliveryOutcome.rejected(code, getMessage())
                : DeliveryOutcome.retry(code, getMessage());
    }
}
