package org.koppel.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.koppel.inbound.Replay;
import org.koppel.outbound.IllegalDeliveryStateException;
import org.koppel.outbound.Resend;

/** What a person may set going again. Everything is noted with the person's name. */
@ApplicationScoped
public class Actions {
    @Inject
    private Resend resend;

    @Inject
    private Replay replay;

    @Inject
    private DeliveryQueries deliveries;

    @Inject
    private Audit audit;

    /** How a resend of many went: those under way right now are left alone. */
    public record Resent(int sent, int left) {}

    /**
     * Sends the same bytes again, now.
     *
     * @throws org.koppel.outbound.UnknownDeliveryException when there is no such delivery
     * @throws IllegalDeliveryStateException while an attempt is running
     */
    public void resend(UUID delivery, String who) {
        resend.resend(delivery, who);
        audit.note(who, "RESEND", delivery, null);
    }

    /** Resends what the filter finds, oldest first, at most so many. */
    public Resent resendAll(ListFilter filter, int most, String who) {
        int sent = 0;
        int left = 0;
        for (UUID delivery : deliveries.ids(filter, most)) {
            try {
                resend(delivery, who);
                sent++;
            } catch (IllegalDeliveryStateException e) {
                left++; // already on its way: what the person wants is happening
            }
        }
        return new Resent(sent, left);
    }

    /**
     * Works on a message that failed or is held once more.
     *
     * @throws org.koppel.inbound.UnknownMessageException when it is none of these
     */
    public void replayMessage(UUID message, String who) {
        replay.message(message, who);
        audit.note(who, "REPLAY_MESSAGE", message, null);
    }

    /**
     * Works on a document that failed or is held once more.
     *
     * @throws org.koppel.inbound.UnknownMessageException when it is none of these
     */
    public void replayDocument(UUID document, String who) {
        replay.document(document, who);
        audit.note(who, "REPLAY_DOCUMENT", document, null);
    }
}
