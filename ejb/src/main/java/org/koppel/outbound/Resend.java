package org.koppel.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.UUID;
import org.koppel.shared.PartyId;

/** A person wants a delivery sent again: the same bytes, as soon as the caller's transaction is through. */
@ApplicationScoped
@Transactional
public class Resend {
    private static final System.Logger LOG = System.getLogger(Resend.class.getName());

    @Inject
    private DeliveryDesk desk;

    @Inject
    private Event<Outbox.DeliveriesDue> due;

    /**
     * @throws UnknownDeliveryException when there is no such delivery
     * @throws IllegalDeliveryStateException while an attempt is running
     */
    public void resend(UUID delivery, String byWhom) {
        PartyId partner = desk.reopen(delivery);
        LOG.log(Level.INFO, "Delivery {0} is sent again by {1}", delivery, byWhom);
        due.fire(new Outbox.DeliveriesDue(partner, List.of(delivery)));
    }
}
