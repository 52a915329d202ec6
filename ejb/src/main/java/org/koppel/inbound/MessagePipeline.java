package org.koppel.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.koppel.archive.Archive;
import org.koppel.archive.ArchivedDocument;
import org.koppel.codec.CodecRegistry;
import org.koppel.codec.DocumentException;
import org.koppel.codec.DocumentReader;
import org.koppel.codec.EnvelopeReader;
import org.koppel.codec.FormatSettings;
import org.koppel.document.Document;

/** Second stage: a stored message becomes one row per document. */
@ApplicationScoped
@Transactional
class MessagePipeline {
    @Inject
    private InboundMessages messages;

    @Inject
    private Archive archive;

    @Inject
    private CodecRegistry codecs;

    @Inject
    private Clock clock;

    /** Reads the documents of a message. @return the ids of its documents that wait for their handler; a repeat returns the same */
    public List<UUID> split(UUID id) {
        InboundMessage message = messages.lock(id).orElseThrow(() -> new UnknownMessageException(id));
        return message.status() == InboundMessage.Status.RECEIVED ? splitNow(message) : archive.pendingOf(id);
    }

    private List<UUID> splitNow(InboundMessage message) {
        Instant now = clock.instant();
        List<UUID> ids = new ArrayList<>();
        try {
            List<Document> documents = read(message);
            for (int position = 0; position < documents.size(); position++) {
                ArchivedDocument document = ArchivedDocument.in(
                        message.id(), position, message.customer().orElseThrow(), documents.get(position), now);
                archive.add(document);
                ids.add(document.id());
            }
            message.settle(InboundMessage.Status.SPLIT, now);
            archive.flush();
            return ids;
        } catch (DocumentException e) {
            message.reject(e.problems());
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read from memory", e);
        }
    }

    private List<Document> read(InboundMessage message) throws DocumentException, IOException {
        EnvelopeReader format = codecs.envelope(message.format()).orElseThrow();
        Class<? extends Document> documentClass = format.read(new ByteArrayInputStream(message.content()))
                .documentClass()
                .orElseThrow();
        List<Document> documents = new ArrayList<>();
        DocumentReader<? extends Document> reader =
                codecs.reader(message.format(), documentClass).orElseThrow();
        reader.read(new ByteArrayInputStream(message.content()), FormatSettings.DEFAULT, documents::add);
        return documents;
    }
}
