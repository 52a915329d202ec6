package org.koppel.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.koppel.inbound.Replay;
import org.koppel.order.OrderConfirmation;
import org.koppel.order.OrderRejection;
import org.koppel.outbound.Resend;

/** What a person may set going or decide. Everything is noted with the person's name: the deed and the note, or neither. */
@ApplicationScoped
@Transactional
public class Actions {
    /** What every format takes without cutting it. */
    private static final int LONGEST_REASON = 1_000;

    @Inject
    Resend resend;

    @Inject
    Replay replay;

    @Inject
    OrderConfirmation confirmation;

    @Inject
    OrderRejection rejection;

    @Inject
    Audit audit;

    /**
     * Sends the same bytes again, now.
     *
     * @throws org.koppel.outbound.UnknownDeliveryException when there is no such delivery
     * @throws org.koppel.outbound.IllegalDeliveryStateException while an attempt is running
     */
    public void resend(UUID delivery, String who) {
        resend.resend(delivery, who);
        audit.note(who, "RESEND", delivery, null);
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
     * Says that a person has done what a held message asks.
     *
     * @throws org.koppel.inbound.UnknownMessageException when none is held
     */
    public void messageDone(UUID message, String who) {
        replay.done(message, who);
        audit.note(who, "MESSAGE_DONE", message, null);
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

    /**
     * Lets an order go that is held: judged by today's prices and stock.
     *
     * @throws org.koppel.order.UnknownOrderException when there is no such order
     * @throws org.koppel.order.IllegalOrderStateException when it is not held (any more)
     */
    public void confirmOrder(UUID order, String who) {
        confirmation.confirm(order);
        audit.note(who, "CONFIRM_ORDER", order, null);
    }

    /**
     * Refuses an order that is held.
     *
     * @param reason what the buyer reads
     * @throws InvalidFilterException when the reason is empty, too long or holds what no document can
     * @throws org.koppel.order.UnknownOrderException when there is no such order
     * @throws org.koppel.order.IllegalOrderStateException when it is not held (any more)
     */
    public void rejectOrder(UUID order, String reason, String who) {
        String said = Filters.blankToNull(reason);
        if (said == null || said.length() > LONGEST_REASON || !said.matches("[\\P{Cntrl}\\r\\n]+")) {
            throw new InvalidFilterException(
                    "reason", reason, "tell the buyer why, in 1 to " + LONGEST_REASON + " plain characters");
        }
        String plain = said.replaceAll("\\s*\\R\\s*", " ");
        rejection.reject(order, plain);
        audit.note(who, "REJECT_ORDER", order, plain);
    }
}
