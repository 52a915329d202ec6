package org.koppel.transport;

/** What a partner brought by itself is not taken; the message says why and what to do. {@code code} is the protocol's own word. */
public class ReceptionRefusedException extends Exception {
    private static final long serialVersionUID = 1;

    private final String code;

    public ReceptionRefusedException(String code, String message) {
        super(message);
        this.code = code;
    }

    public ReceptionRefusedException(String code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
