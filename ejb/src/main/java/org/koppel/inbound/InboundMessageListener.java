package org.koppel.inbound;

import jakarta.annotation.Resource;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import jakarta.jms.Queue;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.UUID;
import org.koppel.platform.QueuedId;
import org.koppel.platform.Queues;

/**
 * Takes message ids from the queue: reads the documents and hands their ids on. A failure rolls the local JMS session back:
 * redelivery, then the dead-letter queue.
 */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(
                    propertyName = "destinationLookup",
                    propertyValue = "java:/jms/queue/InboundMessages"),
            @ActivationConfigProperty(propertyName = "useLocalTx", propertyValue = "true"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "${env.KOPPEL_MDB_SESSIONS:8}")
        })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class InboundMessageListener implements MessageListener {
    private static final System.Logger LOG = System.getLogger(InboundMessageListener.class.getName());

    @Inject
    private MessagePipeline pipeline;

    @Inject
    private Failures failures;

    @Inject
    private Queues queues;

    @Resource(lookup = "java:/jms/queue/Documents")
    private Queue documents;

    @Override
    public void onMessage(Message message) {
        QueuedId queued = QueuedId.of(message);
        queued.begun().ifPresent(begun -> failures.begin(Work.MESSAGE, queued.id(), begun));
        queued.attempt(
                id -> queues.send(documents, take(id)), (id, failure) -> failures.note(Work.MESSAGE, id, failure));
    }

    /** What cannot be done in one go is split first, so that a document's failure is counted beside the document. */
    private List<UUID> take(UUID id) {
        try {
            return pipeline.take(id);
        } catch (UnhandledDocumentException e) {
            LOG.log(
                    Level.WARNING,
                    "First attempt at the document of message " + id + " failed; the queue repeats it",
                    e);
            return pipeline.split(id);
        }
    }
}
