package org.koppel.transport;

import java.util.Set;

/** What a partner brought by itself is not taken; the message says why and what to do. {@code code} is the protocol's own word. */
public class ReceptionRefusedException extends Exception {
    private static final long serialVersionUID = 1;

    /** The disposition modifiers of RFC 4130, 7.5 that doubt who sent it. */
    private static final Set<String> DOUBTS =
            Set.of("authentication-failed", "decryption-failed", "integrity-check-failed", "unknown-trading-partner");

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

    /** Whether it may be somebody else who tries names and keys; not where we are the ones who cannot. */
    public boolean doubtsSender() {
        return DOUBTS.contains(code);
    }
}
