package org.koppel.outbound;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import java.lang.System.Logger.Level;

/**
 * Empties the dead-letter queue of Deliveries. An attempt that fails is recorded in its row; an id only lands here when the
 * database was away for all redeliveries, and then the sweeper sends it again once the row can be read.
 */
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
    private static final System.Logger LOG = System.getLogger(DeadDeliveryListener.class.getName());

    @Override
    public void onMessage(Message message) {
        LOG.log(Level.WARNING, "The queue gave a delivery up; the sweeper sends it again: {0}", message);
    }
}
