package org.koppel.transport.jms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.koppel.transport.Pickup;
import org.koppel.transport.PickupRefusedException;
import org.koppel.transport.PickupVisit;
import org.koppel.transport.Setting;
import org.koppel.transport.TransportId;
import org.koppel.transport.UnusableSettingsException;

/** Takes messages from a queue of the broker; what is refused goes to the queue {@code <queue>.error}. */
@ApplicationScoped
public class JmsPickup implements Pickup {
    @Inject
    private PartnerQueues queues;

    @Override
    public TransportId id() {
        return new TransportId("jms");
    }

    /** {@code queue} is looked up below {@code java:/jms/queue/partner/}. */
    @Override
    public List<Setting> settings() {
        return List.of(new Setting("queue", true, false));
    }

    @Override
    public boolean hasNames() {
        return false;
    }

    @Override
    public PickupVisit visit(Map<String, String> settings) throws PickupRefusedException {
        try {
            String name = UnusableSettingsException.required(settings, "queue");
            return new JmsVisit(queues, name);
        } catch (UnusableSettingsException e) {
            throw new PickupRefusedException(e.outcome(), e);
        }
    }
}
