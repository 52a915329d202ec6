package org.koppel.outbound;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import org.koppel.platform.QueuedId;

/** Empties the dead-letter queue of Deliveries: what failed too often before an attempt could begin is parked, for a person. */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(
                    propertyName = "destinationLookup",
                    propertyValue = "java:/jms/queue/dead/Deliveries"),
            @ActivationConfigProperty(propertyName = "useLocalTx", propertyValue = "true"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "1")
        })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DeadDeliveryListener implements MessageListener {
    @Inject
    Breakdowns breakdowns;

    @Override
    public void onMessage(Message message) {
        breakdowns.giveUp(QueuedId.of(message).id());
    }
}
