package org.koppel.punchout;

/** An uploaded logo cannot be taken. */
public class LogoRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final Reason reason;

    /** Why. */
    public enum Reason {
        /** More than {@link CartLogo#MOST_BYTES}, or more than {@link CartLogo#MOST_PIXELS} to a side. */
        TOO_LARGE,
        /** Neither PNG, JPEG nor GIF, or damaged. */
        NO_PICTURE
    }

    LogoRefusedException(Reason reason, Throwable cause) {
        super("A logo was refused: " + reason, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
