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
    Clock clock;

    /** A file that was copied here; {@code place} is where from, for a person. */
    record Arrived(Candidate candidate, String place, byte[] sha256, Spool content) {
        WaitingFile file() {
            return candidate.file();
        }
    }

    /**
     * @param leaseUntil how long the way stays this run's
     * @return empty when the file is not complete and was never stored: it has to wait
     * @throws LeaseLostException when another run has the way
     * @throws org.koppel.inbound.InboxFullException when too much comes in at once; nothing is stored then
     */
    @Transactional(rollbackOn = IOException.class)
    public Optional<PickedFile> take(Claim claim, Arrived arrived, Instant leaseUntil) throws IOException {
        WayIn way = claim.way();
        WaitingFile file = arrived.file();
        if (!ways.hold(way.id(), claim.run(), leaseUntil)) {
            throw new LeaseLostException(way);
        }
        Optional<PickedFile> before = picked.last(way.id(), file.name(), file.size(), arrived.sha256());
        if (before.filter(b -> !b.isMoved()).isPresent()) {
            return before;
        }
        if (!arrived.candidate().complete()) {
            return Optional.empty();
        }
        boolean known = before.filter(PickedFile::accepted).isPresent();
        PickedFile taken = known ? again(before.get()) : store(way, arrived);
        picked.add(way.id(), claim.run(), arrived.sha256(), taken);
        return Optional.of(taken);
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
                    file.size()));
        }
        boolean accepted = receipt.outcome() == Outcome.RECEIVED;
        return new PickedFile(
                UUID.randomUUID(),
                file.name(),
                file.size(),
                clock.instant(),
                receipt.id(),
                receipt.outcome().name(),
                accepted,
                receipt.repeated(),
                accepted ? null : why(receipt),
                null,
                null);
    }

    private static String why(Receipt receipt) {
        return receipt.problems().stream().map(Problem::toString).collect(Collectors.joining("\n"));
    }
}
