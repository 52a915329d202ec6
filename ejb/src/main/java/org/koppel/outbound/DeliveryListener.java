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
import jakarta.persistence.PersistenceException;
import java.util.UUID;

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
        UUID id = idOf(message);
        try {
            dispatcher.dispatch(id);
            // broad, and passed on: whatever it was is counted beside the row, and the queue repeats it
        } catch (Exception | Error e) { // also what fails at a commit, which is no RuntimeException
            note(id, e);
            throw e;
        }
    }

    private void note(UUID id, Throwable failure) {
        try {
            breakdowns.note(id, failure);
        } catch (PersistenceException | EJBException unreachable) {
            failure.addSuppressed(unreachable); // the database is away: then this failure does not count
        }
    }

    static UUID idOf(Message message) {
        try {
            return UUID.fromString(message.getBody(String.class));
        } catch (JMSException e) {
            throw new EJBException("Cannot read a message from the queue", e);
        }
    }
}
