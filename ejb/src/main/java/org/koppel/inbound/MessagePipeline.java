package org.koppel.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.koppel.archive.AnswerDue;
import org.koppel.archive.Archive;
import org.koppel.archive.DocumentFiles;
import org.koppel.codec.CodecRegistry;
import org.koppel.codec.DocumentException;
import org.koppel.codec.DocumentReader;
import org.koppel.codec.EnvelopeReader;
import org.koppel.codec.FormatSettings;
import org.koppel.document.Document;
import org.koppel.party.Customer;
import org.koppel.party.Customers;
import org.koppel.shared.DocumentNumber;

/** Second stage: a stored message becomes one row per document; the document of a message that holds no other is handled in the same transaction. */
@ApplicationScoped
@Transactional
class MessagePipeline {
    @Inject
    InboundMessages messages;

    @Inject
    Archive archive;

    @Inject
    DocumentFiles files;

    @Inject
    CodecRegistry codecs;

    @Inject
    Customers customers;

    @Inject
    Agreed agreed;

    @Inject
    DocumentPipeline documents;

    @Inject
    RefusalAnswers refusals;

    @Inject
    Event<AnswerDue> answers;

    @Inject
    Clock clock;

    /** Reads the documents of a message. @return the ids of those whose turn it is, one at first; a repeat returns what waits then */
    public List<UUID> split(UUID id) {
        return split(id, false);
    }

    /**
     * As {@link #split}, and handles the document of a message that holds no other: then nothing waits.
     *
     * @throws UnhandledDocumentException when that failed; nothing is written then
     */
    public List<UUID> take(UUID id) {
        return split(id, true);
    }

    private List<UUID> split(UUID id, boolean handling) {
        InboundMessage message = messages.lock(id).orElseThrow(() -> new UnknownMessageException(id));
        return message.status() == InboundMessage.Status.RECEIVED ? splitNow(message, handling) : archive.queuedOf(id);
    }

    private List<UUID> splitNow(InboundMessage message, boolean handling) {
        Instant now = clock.instant();
        EnvelopeReader format = codecs.envelope(message.format()).orElseThrow();
        try {
            FormatSettings settings =
                    agreed.settings(format, message.customer(), message.wayIn(), message.receivedAt());
            Class<? extends Document> documentClass = format.read(messages.document(message), settings)
                    .documentClass()
                    .orElseThrow();
            ArchivingSink<?> sink = read(message, documentClass, settings, now);
            return handling && sink.sole().isPresent()
                    ? handle(message, sink.sole().get())
                    : settled(message, sink, now);
        } catch (DocumentException e) {
            archive.takeBack(message.id());
            message.reject(e.problems());
            refusals.tell(whole(message), e.problems());
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read from memory", e);
        }
    }

    private List<UUID> settled(InboundMessage message, ArchivingSink<?> sink, Instant now) {
        message.settle(sink.first().isPresent() ? InboundMessage.Status.SPLIT : InboundMessage.Status.REJECTED, now);
        sink.flush();
        return sink.first().stream().toList();
    }

    private List<UUID> handle(InboundMessage message, ArchivingSink.Sole<?> sole) {
        archive.flush(); // what the handler writes refers to it
        try {
            Handled.Kind became = documents.process(sole.archived(), sole.document(), message);
            InboundMessage.Status status = became == Handled.Kind.NOT_YET
                    ? InboundMessage.Status.SPLIT
                    : InboundMessage.Status.valueOf(became.name());
            message.settle(status, clock.instant());
            archive.flush(); // what the database has against it is heard here
            return List.of();
            // broad, and passed on: whatever a handler does, its failure is the document's and not the message's
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            throw new UnhandledDocumentException(e);
        }
    }

    private <T extends Document> ArchivingSink<T> read(
            InboundMessage message, Class<T> documentClass, FormatSettings settings, Instant now)
            throws DocumentException, IOException {
        ArchivingSink<T> sink = new ArchivingSink<>(archive, files, message, now);
        DocumentReader<T> reader =
                codecs.reader(message.format(), documentClass).orElseThrow();
        reader.read(messages.document(message), inCurrencyOf(message, settings), sink);
        sink.receipt()
                .ifPresent(r -> answers.fire(new AnswerDue(
                        message.customer().orElseThrow(), r.at(OffsetDateTime.ofInstant(now, ZoneOffset.UTC)))));
        sink.refused().forEach(r -> refusals.tell(r.document(), message.reference(), message.test(), r.problems()));
        if (sink.untold() > 0) {
            refusals.tell(whole(message), List.of(Refusals.more(sink.untold())));
        }
        return sink;
    }

    private static RefusalAnswers.Refusal whole(InboundMessage message) {
        String reference = message.reference();
        return new RefusalAnswers.Refusal(
                message.id(),
                message.customer().orElseThrow(),
                new DocumentNumber(reference == null ? message.id().toString() : reference),
                message.kind(),
                reference,
                message.test());
    }

    /** Prices of a document that names no currency are in the sender's, as the prices agreed with it. */
    private FormatSettings inCurrencyOf(InboundMessage message, FormatSettings settings) {
        return message.customer()
                .flatMap(customers::byId)
                .map(Customer::currency)
                .map(settings::inCurrency)
                .orElse(settings);
    }
}
