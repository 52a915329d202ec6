package org.koppel.punchout.peppol;

import org.koppel.party.ReturnAddressRefusedException;

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
        HOOK_URL_MALFORMED(400),
        HOOK_URL_TOO_LONG(400),
        HOOK_URL_INSECURE(400),
        HOOK_URL_REFUSED(400),
        CALL_UNREADABLE(400);

        private final int status;

        Reason(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }

        static Reason of(ReturnAddressRefusedException.Reason address) {
            return switch (address) {
                case MISSING -> HOOK_URL_MISSING;
                case MALFORMED -> HOOK_URL_MALFORMED;
                case TOO_LONG -> HOOK_URL_TOO_LONG;
                case INSECURE -> HOOK_URL_INSECURE;
                case FOREIGN -> HOOK_URL_REFUSED;
            };
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
