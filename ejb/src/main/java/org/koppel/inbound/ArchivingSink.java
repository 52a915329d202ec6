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
    /** Problems of refused documents that are remembered for their sender: documents beyond are counted, so that memory does not grow. */
    private static final int MOST_TOLD = 10_000;

    private final Archive archive;
    private final DocumentFiles files;
    private final InboundMessage message;
    private final Instant now;
    private final Map<UUID, StoredFile> found = new LinkedHashMap<>();
    private final List<ArchivedDocument> written = new ArrayList<>();
    private final List<Refused> refused = new ArrayList<>();
    private int told;
    private int untold;
    private int position;
    private UUID first;
    private Sole<T> sole;
    private InterchangeReceipt receipt;

    /** The only document of a message: as it is kept, and as it was read. */
    record Sole<T extends Document>(ArchivedDocument archived, T document) {}

    /** A document that is kept and not taken, and why. */
    record Refused(ArchivedDocument document, List<Problem> problems) {}

    ArchivingSink(Archive archive, DocumentFiles files, InboundMessage message, Instant now) {
        this.archive = archive;
        this.files = files;
        this.message = message;
        this.now = now;
    }

    @Override
    public void accept(T document) {
        ArchivedDocument archived = archived(document);
        if (first == null) {
            first = archived.id();
            archived.queue(now);
        }
        add(archived);
        sole = position == 1 ? new Sole<>(archived, document) : null;
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
        sole = null;
        ArchivedDocument archived = archived(document);
        archived.settle(ArchivedDocument.Status.REJECTED, Json.write(problems), now);
        add(archived);
        told += problems.size();
        if (told <= MOST_TOLD) {
            refused.add(new Refused(archived, problems));
        } else {
            untold++;
        }
    }

    @Override
    public void receipt(InterchangeReceipt told) {
        receipt = told;
    }

    private ArchivedDocument archived(Document document) {
        return ArchivedDocument.in(message.id(), position++, message.customer().orElseThrow(), document, now);
    }

    /** When it is complete: what changes afterwards is a second statement. */
    private void add(ArchivedDocument archived) {
        if (written.size() == STEP) {
            flush();
        }
        archive.add(archived);
        written.add(archived);
    }

    /** The document of a message that holds no other; it stays managed when it is written. */
    Optional<Sole<T>> sole() {
        return Optional.ofNullable(sole);
    }

    /** Writes what is not written yet. */
    void flush() {
        archive.flush();
        written.stream().filter(d -> sole == null || d != sole.archived()).forEach(archive::letGo);
        written.clear();
    }

    /** The document whose turn it is; each that was tried calls the next ({@link InboundMessages#callNext}). */
    Optional<UUID> first() {
        return Optional.ofNullable(first);
    }

    List<Refused> refused() {
        return refused;
    }

    /** How many documents were refused beyond those. */
    int untold() {
        return untold;
    }

    Optional<InterchangeReceipt> receipt() {
        return Optional.ofNullable(receipt);
    }
}
