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
import java.util.List;
import java.util.UUID;
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
    @Inject
    private MessagePipeline pipeline;

    @Inject
    private DocumentPipeline documentPipeline;

    @Inject
    private Attempt attempt;

    @Inject
    private Queues queues;

    @Resource(lookup = "java:/jms/queue/Documents")
    private Queue documents;

    @Override
    public void onMessage(Message message) {
        attempt.at(Work.MESSAGE, message, id -> handOn(pipeline.split(id)));
    }

    /** Several documents are shared out by the queue; a single one goes on here, and to the queue only when that fails. */
    private void handOn(List<UUID> ids) {
        boolean done = ids.size() == 1 && attempt.succeeds(Work.DOCUMENT, ids.get(0), documentPipeline::process);
        if (!done) {
            queues.send(documents, ids);
        }
    }
}
