package org.koppel.inbound;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Immutable;
import org.koppel.codec.FormatId;
import org.koppel.codec.Problem;
import org.koppel.codec.RootPart;
import org.koppel.codec.SentSecrets;
import org.koppel.platform.Json;
import org.koppel.platform.Secrets;
import org.koppel.shared.PartyId;

/** A message as it came in, with its bytes but for the secrets that proved its sender, and what became of it. */
@Entity
@Table(name = "inbound_message")
class InboundMessage {
    enum Status {
        RECEIVED,
        SPLIT,
        PROCESSED,
        PARTLY_PROCESSED,
        REJECTED,
        CONFLICT,
        FAILED,
        /** No reader knows it; a person has to read it. */
        HELD
    }

    @Id
    private UUID id;

    @Column(name = "received_at", updatable = false)
    private Instant receivedAt;

    @Column(updatable = false)
    private String channel;

    private String customer;
    private String reference;
    private String kind;
    private String format;

    @Column(name = "content_type", updatable = false)
    private String contentType;

    /** Written once: a change of status must not write the bytes again. Of a long one only the beginning is read; see {@link StoredContent}. */
    @Column(updatable = false)
    @ColumnTransformer(read = "substr(content, 1, " + StoredContent.SLICE + ")")
    @Immutable // nobody copies it to find out whether it changed
    private byte[] content;

    @Column(updatable = false)
    private long size;

    /** What was overwritten in the content, encrypted; null where nothing was. */
    @Column(updatable = false)
    private byte[] secrets;

    @Column(updatable = false)
    private byte[] sha256;

    @Column(updatable = false)
    private String remote;

    @Column(name = "way_in", updatable = false)
    private UUID wayIn;

    private boolean test;
    private boolean question;

    @Enumerated(EnumType.STRING)
    private Status status;

    private String problems;

    @Column(name = "conflict_with")
    private UUID conflictWith;

    private int attempts;
    private String cause;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Column(name = "queued_at")
    private Instant queuedAt;

    protected InboundMessage() {} // for JPA

    /** @param sealing encrypts what the sender proves itself with, which is overwritten in the content */
    InboundMessage(Incoming incoming, Body body, Instant receivedAt, Function<String, byte[]> sealing) {
        this.id = UUID.randomUUID();
        this.receivedAt = receivedAt;
        this.changedAt = receivedAt;
        this.channel = incoming.channel();
        this.contentType = incoming.contentType();
        this.remote = incoming.remote();
        this.wayIn = incoming.wayIn().orElse(null);
        this.content = SentSecrets.erased(body.content());
        String taken = SentSecrets.taken(body.content(), content);
        this.secrets = taken.isEmpty() ? null : sealing.apply(taken);
        this.size = body.size();
        this.sha256 =
                Secrets.sha256(body.content()); // of what came, secrets too: that is what a repetition is compared with
        this.status = Status.RECEIVED;
        this.queuedAt = receivedAt;
    }

    /** What its outside said, as far as it could be read. */
    void describe(FormatId formatId, String itsReference, String itsKind, boolean isTest) {
        format = formatId.value();
        reference = itsReference;
        kind = itsKind;
        test = isTest;
    }

    void cameFrom(PartyId party) {
        customer = party.value();
    }

    void reject(List<Problem> found) {
        status = Status.REJECTED;
        problems = Json.write(found);
    }

    /** Nothing reads it: the order desk has to. */
    void hold(String itsKind, String itsReference) {
        status = Status.HELD;
        kind = itsKind;
        reference = itsReference;
    }

    /** Another message came before under the same reference with other content: a person must look. */
    void conflictWith(UUID first, Problem problem) {
        status = Status.CONFLICT;
        conflictWith = first;
        problems = Json.write(List.of(problem));
    }

    /** It only asks something and is answered at once; it may be asked again under the same reference. */
    void answeredAtOnce() {
        question = true;
        status = Status.PROCESSED;
    }

    void settle(Status settled, Instant at) {
        status = settled;
        cause = null; // of attempts that failed before this one
        changedAt = at;
    }

    UUID id() {
        return id;
    }

    Status status() {
        return status;
    }

    Optional<PartyId> customer() {
        return Optional.ofNullable(customer).map(PartyId::new);
    }

    /** The agreed way in that it was taken from. */
    Optional<UUID> wayIn() {
        return Optional.ofNullable(wayIn);
    }

    String reference() {
        return reference;
    }

    String kind() {
        return kind;
    }

    FormatId format() {
        return new FormatId(format);
    }

    boolean test() {
        return test;
    }

    /** The document first, as readers want it. @param rest how the bytes are read that are not here */
    InputStream document(StoredContent.Slices rest) throws IOException {
        boolean whole = size <= content.length || content.length < StoredContent.SLICE;
        return whole
                ? RootPart.first(content, contentType)
                : RootPart.first(new StoredContent(content, rest), contentType);
    }

    byte[] sha256() {
        return sha256;
    }

    Instant receivedAt() {
        return receivedAt;
    }
}
