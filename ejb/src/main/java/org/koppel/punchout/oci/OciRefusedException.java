package org.koppel.punchout.oci;

/** A punch-out call that cannot be let in, with the reason a person can mend. */
public class OciRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final Reason reason;

    /** Why, with the HTTP status that says it. */
    public enum Reason {
        CREDENTIALS_MISSING(400),
        LOGIN_WRONG(403),
        TOO_MANY_ATTEMPTS(429),
        HOOK_URL_MISSING(400),
        HOOK_URL_REFUSED(400),
        FUNCTION_UNKNOWN(400),
        PARAMETER_UNREADABLE(400),
        CALL_UNREADABLE(400);

        private final int status;

        Reason(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    public OciRefusedException(Reason reason) {
        super("Punch-out refused: " + reason);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
