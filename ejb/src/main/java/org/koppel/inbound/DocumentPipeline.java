package org.koppel.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.koppel.archive.Archive;
import org.koppel.archive.ArchivedDocument;
import org.koppel.archive.ArchivedDocument.Status;
import org.koppel.document.Document;
import org.koppel.platform.Json;

/** Third stage: a document goes to the handler of its feature. Handler, document and message settle in one transaction. */
@ApplicationScoped
@Transactional
class DocumentPipeline {
    @Inject
    @Any
    Instance<DocumentHandler<?>> handlers;

    @Inject
    Archive archive;

    @Inject
    InboundMessages messages;

    @Inject
    Turns turns;

    @Inject
    RefusalAnswers refusals;

    @Inject
    Clock clock;

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
            settle(document, message.test() || record.test(), message, handled);
        }
        return handled.kind();
    }

    private void settle(ArchivedDocument document, boolean test, InboundMessages.Head message, Handled handled) {
        if (handled.kind() != Handled.Kind.PROCESSED) {
            refusals.tell(document, message.reference(), test, handled.problems());
        }
        document.settle(
                Status.valueOf(handled.kind().name()),
                handled.problems().isEmpty() ? null : Json.write(handled.problems()),
                clock.instant());
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
