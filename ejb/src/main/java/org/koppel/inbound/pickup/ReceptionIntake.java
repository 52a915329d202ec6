package org.koppel.inbound.pickup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.koppel.codec.Problem;
import org.koppel.document.Acknowledgement.Outcome;
import org.koppel.inbound.Inbox;
import org.koppel.inbound.Incoming;
import org.koppel.inbound.Receipt;
import org.koppel.party.Caller;
import org.koppel.transport.Arrival;
import org.koppel.transport.Reception;
import org.koppel.transport.ReceptionRefusedException;

/**
 * Stores what a partner brought and notes it, both or neither. The sender's own id is its key: the same once more is known and not
 * stored, something else under it is a conflict for a person.
 */
@ApplicationScoped
class ReceptionIntake {
    @Inject
    PickedFiles picked;

    @Inject
    Inbox inbox;

    @Inject
    Clock clock;

    /** Committed when it returns. */
    @Transactional(rollbackOn = IOException.class)
    public PickedFile take(WayIn way, Reception.Opened opened, Arrival arrival) throws IOException {
        picked.waitFor(way.id(), opened.id());
        MessageDigest digest = sha256();
        long size;
        try (InputStream content = new DigestInputStream(opened.content(), digest)) {
            size = content.transferTo(OutputStream.nullOutputStream());
        }
        byte[] sha256 = digest.digest();
        Optional<PickedFile> same =
                picked.last(way.id(), opened.id(), size, sha256).filter(PickedFile::accepted);
        PickedFile taken;
        if (same.isPresent()) {
            taken = noted(opened.id(), size, same.get().message(), same.get().outcome(), true, true, null);
        } else if (picked.wasTaken(way.id(), opened.id())) {
            taken = conflict(way, opened, arrival, size);
        } else {
            taken = store(way, opened, arrival, size);
        }
        picked.add(way.id(), taken.id(), sha256, taken);
        return taken;
    }

    private PickedFile store(WayIn way, Reception.Opened opened, Arrival arrival, long size) throws IOException {
        Receipt receipt;
        try (InputStream content = opened.content()) {
            receipt = inbox.receive(incoming(way, opened, arrival, content, size));
        }
        boolean accepted = receipt.outcome() == Outcome.RECEIVED;
        String why = receipt.problems().stream().map(Problem::toString).collect(Collectors.joining("\n"));
        return noted(
                opened.id(),
                size,
                receipt.id(),
                receipt.outcome().name(),
                accepted,
                receipt.repeated(),
                accepted ? null : why);
    }

    private PickedFile conflict(WayIn way, Reception.Opened opened, Arrival arrival, long size) throws IOException {
        Problem problem = new Problem(
                "REFERENCE_USED",
                "Message-ID",
                "A message with this Message-ID and other content came before. Send the changed one under a new id; the"
                        + " first one stands.");
        try (InputStream content = opened.content()) {
            Incoming incoming = incoming(way, opened, arrival, content, size);
            Receipt receipt = inbox.refuse(incoming, problem);
            return noted(opened.id(), size, receipt.id(), Outcome.CONFLICT.name(), false, false, problem.toString());
        }
    }

    /**
     * Of what cannot be opened the beginning is kept, so that the order desk sees it. It is nobody's: names alone prove nothing.
     *
     * @param way that its names lead to; empty for a stranger's
     * @param size of the whole in bytes
     */
    @Transactional(rollbackOn = IOException.class)
    public void refused(
            Optional<WayIn> way, Reception reception, Arrival arrival, long size, ReceptionRefusedException why)
            throws IOException {
        Problem problem = new Problem(code(why), reception.id().value(), why.getMessage());
        String id = arrival.header("message-id");
        try (InputStream body = Files.newInputStream(arrival.body())) {
            Incoming incoming = new Incoming(
                    reception.id().value(),
                    Optional.empty(),
                    arrival.header("content-type"),
                    Optional.empty(),
                    Optional.empty(),
                    place(arrival, id),
                    body,
                    size,
                    way.map(WayIn::id));
            Receipt receipt = inbox.refuse(incoming, problem);
            if (way.isPresent()) {
                PickedFile row =
                        noted(id, size, receipt.id(), Outcome.UNAUTHENTICATED.name(), false, false, problem.toString());
                picked.add(way.get().id(), row.id(), sha256().digest(), row);
            }
        }
    }

    private static String code(ReceptionRefusedException why) {
        return why.code().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_");
    }

    /** The signature proved who it is. */
    private static Incoming incoming(
            WayIn way, Reception.Opened opened, Arrival arrival, InputStream content, long size) {
        return new Incoming(
                way.transport().value(),
                way.format(),
                opened.contentType(),
                Optional.of(new Caller(way.customer())),
                Optional.empty(),
                place(arrival, opened.id()),
                content,
                size,
                Optional.of(way.id()));
    }

    private static String place(Arrival arrival, String id) {
        return arrival.remote() + " " + id;
    }

    private PickedFile noted(
            String id, long size, UUID message, String outcome, boolean accepted, boolean repeated, String detail) {
        Instant now = clock.instant();
        return new PickedFile(
                UUID.randomUUID(), id, size, now, message, outcome, accepted, repeated, detail, null, now);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
