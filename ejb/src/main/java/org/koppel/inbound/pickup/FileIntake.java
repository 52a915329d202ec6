package org.koppel.inbound.pickup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.koppel.codec.Problem;
import org.koppel.document.Acknowledgement.Outcome;
import org.koppel.inbound.Inbox;
import org.koppel.inbound.Incoming;
import org.koppel.inbound.Receipt;
import org.koppel.party.Caller;
import org.koppel.transport.Letter;
import org.koppel.transport.WaitingFile;

/**
 * Stores a file through the inbox and notes that it was taken: both or neither, so that a file that a dying server could not move any
 * more is known when it is seen again.
 */
@ApplicationScoped
class FileIntake {
    private static final String UNKNOWN_TYPE = "application/octet-stream";

    @Inject
    WaysIn ways;

    @Inject
    PickedFiles picked;

    @Inject
    Inbox inbox;

    @Inject
    LetterIntake letters;

    @Inject
    Clock clock;

    /**
     * A file that was copied here; {@code place} is where from, for a person; {@code size} in bytes, of the whole also when only its
     * beginning was copied.
     */
    record Arrived(Candidate candidate, String place, byte[] sha256, long size, Spool content, Opener opener) {
        WaitingFile file() {
            return candidate.file();
        }
    }

    /** What a file became; {@code anew} where it was stored now, and not by a visit before that could not move it. */
    record Taken(PickedFile file, boolean anew) {}

    /** Takes what was fetched out of its envelope, where it has one. */
    interface Opener {
        Optional<Letter> open(InputStream content) throws IOException;
    }

    /**
     * The way stays this run's for so long, also while nothing is stored.
     *
     * @throws LeaseLostException when another run has the way
     */
    @Transactional
    public void keep(Claim claim, Instant leaseUntil) {
        if (!ways.hold(claim.way().id(), claim.run(), leaseUntil)) {
            throw new LeaseLostException(claim.way());
        }
    }

    /**
     * @param leaseUntil how long the way stays this run's
     * @return empty when the file is not complete and was never stored: it has to wait
     * @throws LeaseLostException when another run has the way
     * @throws org.koppel.inbound.InboxFullException when too much comes in at once; nothing is stored then
     */
    @Transactional(rollbackOn = IOException.class)
    public Optional<Taken> take(Claim claim, Arrived arrived, Instant leaseUntil) throws IOException {
        WayIn way = claim.way();
        WaitingFile file = arrived.file();
        keep(claim, leaseUntil);
        Optional<PickedFile> before = picked.last(way.id(), file.name(), arrived.size(), arrived.sha256());
        if (before.filter(b -> !b.isMoved()).isPresent()) {
            return before.map(b -> new Taken(b, false));
        }
        if (!arrived.candidate().complete()) {
            return Optional.empty();
        }
        boolean known = before.filter(PickedFile::accepted).isPresent();
        PickedFile taken = known ? again(before.get()) : open(claim, arrived);
        PickedFiles.Noted noted = new PickedFiles.Noted(taken, file.looks().orElse(null));
        picked.add(way.id(), claim.run(), arrived.sha256(), noted);
        return Optional.of(new Taken(taken, true));
    }

    private PickedFile again(PickedFile first) {
        return new PickedFile(
                UUID.randomUUID(),
                first.name(),
                first.size(),
                clock.instant(),
                first.message(),
                first.outcome(),
                true,
                true,
                null,
                null,
                null);
    }

    private PickedFile open(Claim claim, Arrived arrived) throws IOException {
        Optional<Letter> letter;
        try (InputStream content = arrived.content().content()) {
            letter = arrived.opener().open(content);
        } catch (IOException e) { // from our own disk: it is what the partner made of it
            return noted(arrived, null, Outcome.MALFORMED.name(), false, false, "MALFORMED: " + e.getMessage());
        }
        return letter.isPresent()
                ? enclosures(claim, arrived, letters.store(claim.way(), arrived.place(), letter.get()))
                : store(claim.way(), arrived);
    }

    /** Each enclosure has a row of its own, which needs no move. */
    private PickedFile enclosures(Claim claim, Arrived arrived, LetterIntake.Result result) {
        PickedFile mail = noted(
                arrived,
                result.pieces().stream()
                        .map(LetterIntake.Piece::message)
                        .filter(m -> m != null)
                        .findFirst()
                        .orElse(null),
                result.outcome(),
                result.accepted(),
                false,
                result.told());
        for (LetterIntake.Piece piece : result.pieces()) {
            PickedFile row = new PickedFile(
                    UUID.randomUUID(),
                    piece.name(),
                    piece.size(),
                    mail.takenAt(),
                    piece.message(),
                    piece.outcome(),
                    piece.accepted(),
                    piece.repeated(),
                    piece.why(),
                    arrived.file().name(),
                    mail.takenAt());
            picked.add(claim.way().id(), claim.run(), arrived.sha256(), row);
        }
        return mail;
    }

    private PickedFile noted(
            Arrived arrived, UUID message, String outcome, boolean accepted, boolean repeated, String detail) {
        return new PickedFile(
                UUID.randomUUID(),
                arrived.file().name(),
                arrived.size(),
                clock.instant(),
                message,
                outcome,
                accepted,
                repeated,
                detail,
                null,
                null);
    }

    private PickedFile store(WayIn way, Arrived arrived) throws IOException {
        WaitingFile file = arrived.file();
        Receipt receipt;
        try (InputStream content = arrived.content().content()) {
            receipt = inbox.receive(new Incoming(
                    way.transport().value(),
                    way.format(),
                    UNKNOWN_TYPE,
                    Optional.of(new Caller(way.customer())),
                    Optional.empty(),
                    arrived.place() + " " + file.name(),
                    content,
                    arrived.size(),
                    Optional.of(way.id())));
        }
        boolean accepted = receipt.outcome() == Outcome.RECEIVED;
        return noted(
                arrived,
                receipt.id(),
                receipt.outcome().name(),
                accepted,
                receipt.repeated(),
                accepted ? null : why(receipt));
    }

    private static String why(Receipt receipt) {
        return receipt.problems().stream().map(Problem::toString).collect(Collectors.joining("\n"));
    }
}
