package org.koppel.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.koppel.archive.AnswerDue;

/** Lays what the inbox has to tell a customer in the outbox. */
@ApplicationScoped
class AnswerObserver {
    @Inject
    Outbox outbox;

    void answer(@Observes AnswerDue due) {
        outbox.add(due.customer(), null, due.answer());
    }
}
