package org.koppel.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.koppel.archive.AnswerDue;
import org.koppel.archive.Archive;
import org.koppel.archive.ArchivedDocument;
import org.koppel.archive.ArchivedDocument.Status;
import org.koppel.document.ApplicationResponse;
import org.koppel.document.Document;
import org.koppel.party.BackOffice;
import org.koppel.platform.Json;
import org.koppel.shared.DocumentNumber;

/** Third stage: a document goes to the handler of its feature. Handler, document and message settle in one transaction. */
@ApplicationScoped
@Transactional
class DocumentPipeline {
    @Inject
    @Any
    private Instance<DocumentHandler<?>> handlers;

    @Inject
    private Archive archive;

    @Inject
    private InboundMessages messages;

    @Inject
    private Turns turns;

    @Inject
    private Event<AnswerDue> answers;

    @Inject
    private Clock clock;

    /** Handles a document that is pending; a repeat does nothing. */
    public void process(UUID id) {
        ArchivedDocument document = archive.lock(id).orElseThrow(() -> new UnknownMessageException(id));
        if (!document.isPending()) {
            return;
        }
        InboundMessages.Head message = messages.lockHead(document.message());
        if (process(document, record(document), message) == Handled.Kind.NOT_YET) {
            messages.ended(Work.DOCUMENT, id); // it waits for another message, and is tried again until that came
        }
        turns.pass(id, clock.instant());
    }

    /**
     * Handles the only document of a message in the transaction in which both were locked or written; the message is the caller's to settle.
     *
     * @param record what the document was made from
     */
    public Handled.Kind process(ArchivedDocument document, Document record, InboundMessage message) {
        return process(
                document, record, new InboundMessages.Head(message.reference(), message.receivedAt(), message.test()));
    }

    private Handled.Kind process(ArchivedDocument document, Document record, InboundMessages.Head message) {
        Handled handled = handle(handlerOf(document), document, record, message);
        handled.order().ifPresent(document::belongsTo);
        if (handled.kind() != Handled.Kind.NOT_YET) {
            settle(document, message, handled, clock.instant());
        }
        return handled.kind();
    }

    private void settle(ArchivedDocument document, InboundMessages.Head message, Handled handled, Instant now) {
        if (handled.kind() != Handled.Kind.PROCESSED && BackOffice.is(document.customer())) {
            answers.fire(new AnswerDue(BackOffice.ID, refusal(document, message, handled, now)));
        }
        document.settle(
                Status.valueOf(handled.kind().name()),
                handled.problems().isEmpty() ? null : Json.write(handled.problems()),
                now);
    }

    /** The back office has no console: what it sent in vain it is told. */
    private static ApplicationResponse refusal(
            ArchivedDocument document, InboundMessages.Head message, Handled handled, Instant now) {
        return new ApplicationResponse(
                new DocumentNumber("AR-" + document.id().toString().substring(0, 8)),
                OffsetDateTime.ofInstant(now, ZoneOffset.UTC),
                document.number(),
                document.type(),
                message.reference(),
                message.test(),
                handled.problems().stream()
                        .map(p -> new ApplicationResponse.Finding(p.code(), p.location(), p.message()))
                        .toList());
    }

    private DocumentHandler<?> handlerOf(ArchivedDocument document) {
        return handlers.stream()
                .filter(h -> h.documentClass().getSimpleName().equals(document.type()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nobody handles documents of type " + document.type()));
    }

    private Document record(ArchivedDocument document) {
        return document.as(handlerOf(document).documentClass());
    }

    private static <T extends Document> Handled handle(
            DocumentHandler<T> handler, ArchivedDocument document, Document record, InboundMessages.Head message) {
        if (!handler.takesFrom(document.customer())) {
            return Handled.rejected(List.of(Refusals.wrongSender(document.type(), document.customer())));
        }
        return handler.handle(
                handler.documentClass().cast(record),
                new Received(
                        document.id(),
                        document.message(),
                        message.reference(),
                        document.customer(),
                        message.receivedAt(),
                        message.test()));
    }
}
