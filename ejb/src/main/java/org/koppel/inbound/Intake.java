package org.koppel.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.koppel.codec.Envelope;
import org.koppel.codec.Problem;
import org.koppel.document.Acknowledgement.Outcome;
import org.koppel.shared.PartyId;

/** Stores what came in: one short database transaction, committed before anybody is answered. */
@ApplicationScoped
class Intake {
    @Inject
    private InboundMessages messages;

    @Inject
    private Event<MessageStored> stored;

    /** A message was stored and waits to be read; news for whoever sends its id on after the commit. */
    record MessageStored(UUID id) {}

    /** What was done with a message: which row stands for it, whether it came before, and what to say against it. */
    record Stored(UUID id, Outcome outcome, boolean repeated, List<Problem> problems) {}

    /**
     * @throws PersistenceException when another thread stored the same reference in this moment (call again), or when the
     *     database does not take it
     */
    @Transactional
    public Stored store(Incoming incoming, Body body, Inspection.Finding finding, Instant now) {
        InboundMessage message = new InboundMessage(incoming, body, now);
        finding.customer().ifPresent(message::cameFrom);
        Optional<String> reference = reference(incoming, finding);
        finding.format()
                .ifPresent(f -> message.describe(
                        f.format(),
                        reference.orElse(null),
                        finding.envelope().map(Envelope::kind).orElse(null),
                        finding.envelope().map(Envelope::test).orElse(false)));
        if (finding.outcome() != Outcome.RECEIVED) {
            message.reject(finding.problems());
            messages.add(message);
            return new Stored(message.id(), finding.outcome(), false, finding.problems());
        }
        if (finding.question()) {
            message.answeredAtOnce();
            messages.add(message);
            return new Stored(message.id(), Outcome.RECEIVED, false, List.of());
        }
        return storeOnce(message, finding.customer().orElseThrow());
    }

    private Stored storeOnce(InboundMessage message, PartyId customer) {
        if (message.reference() == null) {
            return storeNew(message);
        }
        Optional<InboundMessages.First> first = messages.first(customer, message.kind(), message.reference());
        if (first.isEmpty()) {
            return storeNew(message);
        }
        if (Arrays.equals(first.get().sha256(), message.sha256())) {
            return new Stored(first.get().id(), Outcome.RECEIVED, true, List.of());
        }
        Problem conflict = Refusals.conflict(message.reference(), first.get().id());
        message.conflictWith(first.get().id(), conflict);
        messages.add(message);
        return new Stored(message.id(), Outcome.CONFLICT, false, List.of(conflict));
    }

    private Stored storeNew(InboundMessage message) {
        messages.add(message);
        stored.fire(new MessageStored(message.id()));
        return new Stored(message.id(), Outcome.RECEIVED, false, List.of());
    }

    private static Optional<String> reference(Incoming incoming, Inspection.Finding finding) {
        return incoming.idempotencyKey().or(() -> finding.envelope().map(Envelope::reference));
    }
}
