package org.koppel.punchout.peppol;

/** A punch-out call that cannot be let in, with the reason a person can mend. */
public class PeppolRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final Reason reason;

    /** Why, with the HTTP status that says it. The words are those of OCI, whose call this is. */
    public enum Reason {
        CREDENTIALS_MISSING(400),
        LOGIN_WRONG(403),
        TOO_MANY_ATTEMPTS(429),
        HOOK_URL_MISSING(400),
        HOOK_URL_REFUSED(400),
        CALL_UNREADABLE(400);

        private final int status;

        Reason(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    public PeppolRefusedException(Reason reason) {
        super("Peppol punch-out refused: " + reason);
        this.reason = reason;
    }

    PeppolRefusedException(Reason reason, Throwable cause) {
        super("Peppol punch-out refused: " + reason, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
