package org.koppel.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.ByteArrayInputStream;
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

/** Second stage: a stored message becomes one row per document. */
@ApplicationScoped
@Transactional
class MessagePipeline {
    @Inject
    private InboundMessages messages;

    @Inject
    private Archive archive;

    @Inject
    private DocumentFiles files;

    @Inject
    private CodecRegistry codecs;

    @Inject
    private Customers customers;

    @Inject
    private Agreed agreed;

    @Inject
    private Event<AnswerDue> answers;

    @Inject
    private Clock clock;

    /** Reads the documents of a message. @return the ids of those whose turn it is, one at first; a repeat returns what waits then */
    public List<UUID> split(UUID id) {
        InboundMessage message = messages.lock(id).orElseThrow(() -> new UnknownMessageException(id));
        return message.status() == InboundMessage.Status.RECEIVED ? splitNow(message) : archive.queuedOf(id);
    }

    private List<UUID> splitNow(InboundMessage message) {
        Instant now = clock.instant();
        EnvelopeReader format = codecs.envelope(message.format()).orElseThrow();
        try {
            FormatSettings settings =
                    agreed.settings(format, message.customer(), message.wayIn(), message.receivedAt());
            Class<? extends Document> documentClass = format.read(new ByteArrayInputStream(message.content()), settings)
                    .documentClass()
                    .orElseThrow();
            return split(message, documentClass, settings, now);
        } catch (DocumentException e) {
            archive.takeBack(message.id());
            message.reject(e.problems());
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read from memory", e);
        }
    }

    private <T extends Document> List<UUID> split(
            InboundMessage message, Class<T> documentClass, FormatSettings settings, Instant now)
            throws DocumentException, IOException {
        ArchivingSink<T> sink = new ArchivingSink<>(archive, files, message, now);
        DocumentReader<T> reader =
                codecs.reader(message.format(), documentClass).orElseThrow();
        reader.read(new ByteArrayInputStream(message.content()), inCurrencyOf(message, settings), sink);
        message.settle(InboundMessage.Status.SPLIT, now);
        sink.flush();
        sink.receipt()
                .ifPresent(r -> answers.fire(new AnswerDue(
                        message.customer().orElseThrow(), r.at(OffsetDateTime.ofInstant(now, ZoneOffset.UTC)))));
        return sink.first().stream().toList();
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
