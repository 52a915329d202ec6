package org.koppel.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.koppel.outbound.IllegalDeliveryStateException;

/** Sends many deliveries again, each in a transaction of its own. */
@ApplicationScoped
public class BulkResend {
    @Inject
    private Actions actions;

    @Inject
    private DeliveryQueries deliveries;

    /** How it went: those under way right now are left alone. */
    public record Resent(int sent, int left) {}

    /** Resends what the filter finds, oldest first, at most so many. */
    public Resent resendAll(ListFilter filter, int most, String who) {
        int sent = 0;
        int left = 0;
        for (UUID delivery : deliveries.ids(filter, most)) {
            try {
                actions.resend(delivery, who);
                sent++;
            } catch (IllegalDeliveryStateException e) {
                left++; // already on its way: what the person wants is happening
            }
        }
        return new Resent(sent, left);
    }
}
