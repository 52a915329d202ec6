package org.koppel.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.koppel.archive.AnswerDue;
import org.koppel.codec.Envelope;
import org.koppel.codec.Problem;
import org.koppel.document.Acknowledgement.Outcome;
import org.koppel.document.Document;
import org.koppel.document.InterchangeReceipt;
import org.koppel.document.InterchangeReceipt.Fault;
import org.koppel.party.Caller;
import org.koppel.platform.Secrets;
import org.koppel.shared.DocumentNumber;
import org.koppel.shared.PartyId;

/** Stores what came in: one short database transaction, committed before anybody is answered. */
@ApplicationScoped
class Intake {
    /** As of the numbers of documents. */
    private static final int LONGEST_NAME = 70;

    @Inject
    InboundMessages messages;

    @Inject
    Secrets secrets;

    @Inject
    Event<MessageStored> stored;

    @Inject
    Event<AnswerDue> answers;

    @Inject
    RefusalAnswers refusals;

    /** A message was stored and waits to be read; news for whoever sends its id on after the commit. */
    record MessageStored(UUID id) {}

    /** What was done with a message: which row stands for it, whether it came before, and what is wrong with it. */
    record Stored(UUID id, Outcome outcome, boolean repeated, List<Problem> problems) {

        static Stored received(UUID id, boolean repeated) {
            return new Stored(id, Outcome.RECEIVED, repeated, List.of());
        }
    }

    /**
     * @throws PersistenceException when another thread stored the same reference in this moment (call again), or when the
     *     database does not take it
     */
    @Transactional
    public Stored store(Incoming incoming, Body body, Inspection.Finding finding, Instant now) {
        boolean whole = finding.customer().isPresent() && finding.outcome() != Outcome.TOO_LARGE;
        Body kept = whole ? body : body.headOnly();
        InboundMessage message = new InboundMessage(incoming, kept, now, secrets::encrypt);
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
            tell(finding, finding.receipt(), now);
            refuse(message, incoming, finding);
            return new Stored(message.id(), finding.outcome(), false, finding.problems());
        }
        if (finding.question()) {
            message.answeredAtOnce();
            messages.add(message);
            return Stored.received(message.id(), false);
        }
        String kindOfReference = incoming.idempotencyKey().isPresent() ? "Idempotency-Key " : "message id ";
        Stored result = storeOnce(message, finding.customer().orElseThrow(), kindOfReference + message.reference());
        if (result.outcome() == Outcome.CONFLICT) {
            Problem conflict = result.problems().get(0);
            Fault fault = new Fault("DUPLICATE", "", 0, 0, 0, null, conflict.message());
            tell(finding, finding.receipt().map(r -> r.refusedFor(fault)), now);
        }
        return result;
    }

    /**
     * Keeps what a person has to read. What came before under its key is not kept again; other content under that key has one of its
     * own, as mails of one sender call their enclosures alike.
     *
     * @param kind what it is, for that person
     */
    @Transactional
    public Stored hold(Incoming incoming, Body body, String kind, Instant now) {
        InboundMessage message = new InboundMessage(incoming, body, now, secrets::encrypt);
        Optional<PartyId> customer = incoming.caller().flatMap(Caller::customer);
        customer.ifPresent(message::cameFrom);
        String key = incoming.idempotencyKey().orElse(null);
        if (customer.isPresent() && key != null) {
            Optional<InboundMessages.First> first = messages.first(customer.get(), kind, key);
            if (first.isPresent() && !isSame(first.get(), message)) {
                key = key + " " + HexFormat.of().formatHex(message.sha256());
                first = messages.first(customer.get(), kind, key);
            }
            if (first.isPresent()) {
                return Stored.received(first.get().id(), true);
            }
        }
        message.hold(kind, key);
        messages.add(message);
        return Stored.received(message.id(), false);
    }

    private static boolean isSame(InboundMessages.First first, InboundMessage message) {
        return Arrays.equals(first.sha256(), message.sha256());
    }

    /** Keeps what is refused before it could be read, for a person to see. */
    @Transactional
    public Stored refuse(Incoming incoming, Body body, Problem why, Instant now) {
        Optional<PartyId> customer = incoming.caller().flatMap(Caller::customer);
        InboundMessage message = new InboundMessage(
                incoming, incoming.caller().isPresent() ? body : body.headOnly(), now, secrets::encrypt);
        customer.ifPresent(message::cameFrom);
        message.reject(List.of(why));
        messages.add(message);
        return new Stored(message.id(), Outcome.INVALID, false, List.of(why));
    }

    /**
     * Nobody waits for an answer where a message is fetched or laid down. What cannot be told from a receipt, because not even its kind
     * could be read, is left without one.
     */
    private void refuse(InboundMessage message, Incoming incoming, Inspection.Finding finding) {
        Optional<Class<? extends Document>> type = finding.envelope().flatMap(Envelope::documentClass);
        if (incoming.wayIn().isPresent() && message.customer().isPresent() && type.isPresent()) {
            boolean any = type.get().equals(Document.class);
            String number = Stream.of(finding.number().orElse(null), message.reference(), incoming.name())
                    .filter(Intake::isName)
                    .findFirst()
                    .orElse(message.id().toString());
            refusals.tell(
                    new RefusalAnswers.Refusal(
                            message.id(),
                            message.customer().get(),
                            new DocumentNumber(number),
                            any ? message.kind() : type.get().getSimpleName(),
                            message.reference(),
                            message.test()),
                    finding.problems());
        }
    }

    private static boolean isName(String text) {
        return text != null
                && !text.isBlank()
                && text.length() <= LONGEST_NAME
                && text.chars().noneMatch(Character::isISOControl);
    }

    /** What was accepted is told when it is split; what is refused here, now. */
    private void tell(Inspection.Finding finding, Optional<InterchangeReceipt> receipt, Instant now) {
        if (finding.customer().isPresent() && receipt.isPresent()) {
            OffsetDateTime moment = OffsetDateTime.ofInstant(now, ZoneOffset.UTC);
            answers.fire(new AnswerDue(finding.customer().get(), receipt.get().at(moment)));
        }
    }

    /** @param place what a conflict would be about, for the sender */
    private Stored storeOnce(InboundMessage message, PartyId customer, String place) {
        if (message.reference() == null) {
            return storeNew(message);
        }
        Optional<InboundMessages.First> first = messages.first(customer, message.kind(), message.reference());
        if (first.isEmpty()) {
            return storeNew(message);
        }
        if (isSame(first.get(), message)) {
            return Stored.received(first.get().id(), true);
        }
        Problem problem = Refusals.conflict(place, first.get().id());
        message.conflictWith(first.get().id(), problem);
        messages.add(message);
        return new Stored(message.id(), Outcome.CONFLICT, false, List.of(problem));
    }

    private Stored storeNew(InboundMessage message) {
        messages.add(message);
        stored.fire(new MessageStored(message.id()));
        return Stored.received(message.id(), false);
    }

    private static Optional<String> reference(Incoming incoming, Inspection.Finding finding) {
        return incoming.idempotencyKey().or(() -> finding.envelope().map(Envelope::reference));
    }
}
