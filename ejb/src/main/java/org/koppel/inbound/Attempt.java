package org.koppel.inbound;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.persistence.PersistenceException;
import java.util.UUID;
import java.util.function.Consumer;

/** One attempt at the row whose id a queue brings. A failure is noted beside the row and travels on, so that the queue repeats. */
@ApplicationScoped
class Attempt {
    @Inject
    private Failures failures;

    void at(Work work, Message message, Consumer<UUID> task) {
        UUID id = idOf(message);
        try {
            task.accept(id);
            // broad, and passed on: whatever it was is counted beside the row, and the queue repeats it
        } catch (Exception | Error e) { // also what fails at the commit, which is no RuntimeException
            note(work, id, e);
            throw e;
        }
    }

    private void note(Work work, UUID id, Throwable failure) {
        try {
            failures.note(work, id, failure);
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
