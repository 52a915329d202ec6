package org.koppel.punchout.oci;

import org.koppel.party.ReturnAddressRefusedException;

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
        HOOK_URL_MALFORMED(400),
        HOOK_URL_TOO_LONG(400),
        HOOK_URL_INSECURE(400),
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

    public OciRefusedException(Reason reason) {
        super("Punch-out refused: " + reason);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
