package org.koppel.inbound;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import org.koppel.platform.QueuedId;

/** Takes document ids from the queue and has them handled. A failure rolls the local JMS session back: redelivery, then the dead-letter queue. */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = "java:/jms/queue/Documents"),
            @ActivationConfigProperty(propertyName = "useLocalTx", propertyValue = "true"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "${env.KOPPEL_MDB_SESSIONS:8}")
        })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DocumentListener implements MessageListener {
    @Inject
    private DocumentPipeline pipeline;

    @Inject
    private Failures failures;

    @Override
    public void onMessage(Message message) {
        QueuedId queued = QueuedId.of(message);
        queued.begun().ifPresent(begun -> failures.begin(Work.DOCUMENT, queued.id(), begun));
        queued.attempt(pipeline::process, (id, failure) -> failures.note(Work.DOCUMENT, id, failure));
    }
}
