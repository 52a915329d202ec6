package org.koppel.outbound;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import org.koppel.platform.QueuedId;

/**
 * Takes delivery ids from the queue. An attempt that fails is a value in the row; what fails before it is counted there and travels on, so
 * that the queue repeats.
 */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = "java:/jms/queue/Deliveries"),
            @ActivationConfigProperty(propertyName = "useLocalTx", propertyValue = "true"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "${env.KOPPEL_MDB_SESSIONS:8}")
        })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DeliveryListener implements MessageListener {
    @Inject
    DeliveryDispatcher dispatcher;

    @Inject
    Breakdowns breakdowns;

    @Override
    public void onMessage(Message message) {
        QueuedId.of(message).attempt(dispatcher::dispatch, breakdowns::note);
    }
}
