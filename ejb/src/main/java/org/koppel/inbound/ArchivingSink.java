package org.koppel.inbound;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.koppel.archive.Archive;
import org.koppel.archive.ArchivedDocument;
import org.koppel.archive.DocumentFiles;
import org.koppel.codec.DocumentSink;
import org.koppel.codec.Problem;
import org.koppel.document.Document;
import org.koppel.document.InterchangeReceipt;
import org.koppel.document.RefusedDocument;
import org.koppel.platform.Json;
import org.koppel.platform.StoredFile;

/** Keeps the documents of a message as they are read, in steps, so that memory does not grow with the message. */
final class ArchivingSink<T extends Document> implements DocumentSink<T> {
    private static final int STEP = 500;

    private final Archive archive;
    private final DocumentFiles files;
    private final InboundMessage message;
    private final Instant now;
    private final Map<UUID, StoredFile> found = new LinkedHashMap<>();
    private final List<ArchivedDocument> written = new ArrayList<>();
    private int position;
    private UUID first;
    private InterchangeReceipt receipt;

    ArchivingSink(Archive archive, DocumentFiles files, InboundMessage message, Instant now) {
        this.archive = archive;
        this.files = files;
        this.message = message;
        this.now = now;
    }

    @Override
    public void accept(T document) {
        ArchivedDocument archived = add(document);
        if (first == null) {
            first = archived.id();
            archived.queue(now);
        }
        files.keep(archived.id(), archived.customer(), found, now);
        found.clear();
    }

    @Override
    public Optional<String> keep(StoredFile file) {
        UUID id = UUID.randomUUID();
        found.put(id, file);
        return Optional.of(id.toString());
    }

    @Override
    public void refuse(RefusedDocument document, List<Problem> problems) {
        found.clear();
        add(document).settle(ArchivedDocument.Status.REJECTED, Json.write(problems), now);
    }

    @Override
    public void receipt(InterchangeReceipt told) {
        receipt = told;
    }

    private ArchivedDocument add(Document document) {
        if (written.size() == STEP) {
            flush();
        }
        ArchivedDocument archived =
                ArchivedDocument.in(message.id(), position++, message.customer().orElseThrow(), document, now);
        archive.add(archived);
        written.add(archived);
        return archived;
    }

    /** Writes what is not written yet. */
    void flush() {
        archive.flush();
        written.forEach(archive::letGo);
        written.clear();
    }

    /** The document whose turn it is; each that was tried calls the next ({@link InboundMessages#callNext}). */
    Optional<UUID> first() {
        return Optional.ofNullable(first);
    }

    Optional<InterchangeReceipt> receipt() {
        return Optional.ofNullable(receipt);
    }
}
