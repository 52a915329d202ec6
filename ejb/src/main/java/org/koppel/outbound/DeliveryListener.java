package org.koppel.outbound;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.EJBException;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import java.util.UUID;

/** Takes delivery ids from the queue. An attempt that fails is a value in the row; only a database that is away throws. */
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
    private DeliveryDispatcher dispatcher;

    @Override
    public void onMessage(Message message) {
        try {
            dispatcher.dispatch(UUID.fromString(message.getBody(String.class)));
        } catch (JMSException e) {
            throw new EJBException("Cannot read a message from Deliveries", e);
        }
    }
}
