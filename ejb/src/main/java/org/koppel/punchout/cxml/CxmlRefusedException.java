package org.koppel.punchout.cxml;

/** A buyer cannot be let in; the message says what to send instead. */
class CxmlRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final int code;

    /** @param code of the cXML Status */
    CxmlRefusedException(int code, String message) {
        super(message);
        this.code = code;
    }

    CxmlRefusedException(int code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    int code() {
        return code;
    }
}
