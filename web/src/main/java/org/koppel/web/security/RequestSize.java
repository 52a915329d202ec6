package org.koppel.web.security;

import java.io.IOException;
import org.koppel.inbound.Inbox;
import org.koppel.inbound.Incoming;
import org.koppel.inbound.Receipt;

/**
 * Bodies beyond what the server reads at all ({@code max-post-size} of its listener). Undertow says so with an exception of its
 * own, {@code RequestTooBigException}, which an application does not see as a class.
 */
public final class RequestSize {
    /** What to tell the sender. */
    public static final String CURE = "The message is larger than this server takes. Split it into several messages.";

    private RequestSize() {}

    /**
     * Hands a message to the inbox. One that the server does not read is noted there too, and answered as one that is too large.
     *
     * @throws IOException when it could not be read for another reason
     */
    public static Receipt receive(Inbox inbox, Incoming incoming) throws IOException {
        try {
            return inbox.receive(incoming);
        } catch (IOException e) {
            if (isTooLarge(e)) {
                return inbox.unread(incoming);
            }
            throw e;
        }
    }

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
