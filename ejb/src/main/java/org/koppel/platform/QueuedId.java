package org.koppel.platform;

import jakarta.ejb.EJBException;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.persistence.PersistenceException;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** The id of a row as one of Koppel's queues brings it, and one attempt at that row. */
public record QueuedId(UUID id) {
    private static final int CAUSE_LENGTH = 2_000;

    /** @throws EJBException when the message is none that {@link Queues} sent, or the broker takes it back */
    public static QueuedId of(Message message) {
        try {
            return new QueuedId(UUID.fromString(message.getBody(String.class)));
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
