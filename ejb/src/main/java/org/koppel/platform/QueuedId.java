package org.koppel.platform;

import jakarta.ejb.EJBException;
import jakarta.jms.JMSException;
import jakarta.jms.JMSProducer;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.persistence.PersistenceException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * The id of a row as one of Koppel's queues brings it, and one attempt at that row. {@code begun} is there when a sweeper brings the row
 * again: how many attempts at it had no end by then.
 */
public record QueuedId(UUID id, Optional<Integer> begun) {
    private static final String BEGUN = "begun";
    private static final int CAUSE_LENGTH = 2_000;

    /** Of a row that comes for the first time. */
    QueuedId(UUID id) {
        this(id, Optional.empty());
    }

    /** Of a row that a sweeper brings again. */
    public QueuedId(UUID id, int begun) {
        this(id, Optional.of(begun));
    }

    void send(JMSProducer producer, Queue queue) {
        producer.clearProperties();
        begun.ifPresent(b -> producer.setProperty(BEGUN, b));
        producer.send(queue, id.toString());
    }

    /** @throws EJBException when the message is none that {@link Queues} sent, or the broker takes it back */
    public static QueuedId of(Message message) {
        try {
            UUID id = UUID.fromString(message.getBody(String.class));
            return message.propertyExists(BEGUN) ? new QueuedId(id, message.getIntProperty(BEGUN)) : new QueuedId(id);
        } catch (JMSException e) {
            throw new EJBException("Cannot read a message from the queue", e);
        }
    }

    /**
     * Does the task once. Whatever fails is noted beside the row and travels on, so that the queue repeats.
     *
     * @param note takes the failure in a transaction of its own
     */
    public void attempt(Consumer<UUID> task, BiConsumer<UUID, Throwable> note) {
        try {
            task.accept(id);
            // broad, and passed on: also what fails at a commit, which is no RuntimeException
        } catch (Exception | Error e) {
            noteBeside(e, note);
            throw e;
        }
    }

    private void noteBeside(Throwable failure, BiConsumer<UUID, Throwable> note) {
        try {
            note.accept(id, failure);
        } catch (PersistenceException | EJBException unreachable) {
            failure.addSuppressed(unreachable); // the database is away: then this failure does not count
        }
    }

    /** The chain of causes in one text of at most 2,000 characters for a person; no stack trace, no content. */
    public static String causeOf(Throwable failure) {
        StringBuilder text = new StringBuilder();
        for (Throwable t = failure; t != null && text.length() < CAUSE_LENGTH; t = t.getCause()) {
            text.append(text.isEmpty() ? "" : " / caused by ")
                    .append(t.getClass().getSimpleName())
                    .append(": ")
                    .append(t.getMessage());
        }
        return text.length() <= CAUSE_LENGTH ? text.toString() : text.substring(0, CAUSE_LENGTH);
    }
}
