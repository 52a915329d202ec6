package org.koppel.platform;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSProducer;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Queue;
import jakarta.transaction.Transactional;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.UUID;

/**
 * Sends ids to queues. Ids are not persistent: the row they name is committed before, and a sweeper sends again what waits too
 * long, so neither a lost broker nor a lost message loses work. Must not join a transaction: from a hook after the commit the
 * finished one still hangs on the thread.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.NOT_SUPPORTED)
public class Queues {
    private static final System.Logger LOG = System.getLogger(Queues.class.getName());

    @Resource(lookup = "java:/jms/PlainCF")
    private ConnectionFactory connections;

    /** @throws JMSRuntimeException when the broker does not take them */
    public void send(Queue queue, List<UUID> ids) {
        sendAll(queue, ids.stream().map(QueuedId::new).toList());
    }

    /** As {@link #send}, but a broker that is down only delays the work until the sweeper comes by. */
    public void sendOrLeaveToSweeper(Queue queue, List<UUID> ids) {
        sendAgain(queue, ids.stream().map(QueuedId::new).toList());
    }

    /** What a sweeper brings; a broker that is down delays it until the sweeper comes by once more. */
    public void sendAgain(Queue queue, List<QueuedId> ids) {
        try {
            sendAll(queue, ids);
        } catch (JMSRuntimeException e) {
            LOG.log(Level.WARNING, "Broker does not take ids; the sweeper sends them later: " + ids, e);
        }
    }

    private void sendAll(Queue queue, List<QueuedId> ids) {
        if (ids.isEmpty()) {
            return;
        }
        try (JMSContext jms = connections.createContext()) {
            JMSProducer producer = jms.createProducer().setDeliveryMode(DeliveryMode.NON_PERSISTENT);
            ids.forEach(id -> id.send(producer, queue));
        }
    }
}
