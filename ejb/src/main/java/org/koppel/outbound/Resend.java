package org.koppel.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger.Level;
import java.util.UUID;

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
        Outbox.DeliveriesDue going = desk.reopen(delivery);
        LOG.log(Level.INFO, "Delivery {0} is sent again by {1}", delivery, byWhom);
        due.fire(going);
    }
}
