package org.koppel.web.security;

/**
 * Bodies beyond what the server reads at all ({@code max-post-size} of its listener). Undertow says so with an exception of its
 * own, {@code RequestTooBigException}, which an application does not see as a class.
 */
public final class RequestSize {
    /** What to tell the sender. */
    public static final String CURE = "The message is larger than this server takes. Split it into several messages.";

    private RequestSize() {}

    /** Whether a body could not be read because of its size. */
    public static boolean isTooLarge(Throwable failure) {
        Throwable cause = failure;
        while (cause != null) {
            if (cause.getClass().getSimpleName().equals("RequestTooBigException")) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
