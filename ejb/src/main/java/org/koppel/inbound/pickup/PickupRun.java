package org.koppel.inbound.pickup;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import org.koppel.inbound.Inbox;
import org.koppel.inbound.InboxFullException;
import org.koppel.platform.Settings;
import org.koppel.transport.ChangedFileException;
import org.koppel.transport.Deadline;
import org.koppel.transport.DeliveryOutcome;
import org.koppel.transport.PartnerTrust;
import org.koppel.transport.Patience;
import org.koppel.transport.Pickup;
import org.koppel.transport.PickupRefusedException;
import org.koppel.transport.PickupRegistry;
import org.koppel.transport.PickupVisit;
import org.koppel.transport.SealedSettings;
import org.koppel.transport.WaitingFile;

/** One visit of a way in: list, copy, store, move. Each step with the partner has its deadline. */
@ApplicationScoped
@Transactional(Transactional.TxType.NEVER)
class PickupRun {
    private static final System.Logger LOG = System.getLogger(PickupRun.class.getName());
    /** Of a file that is too large, enough to see what it is. */
    private static final int HEAD = 64 * 1024;
    /** How long a look at the place is good for: another file can take a name at any time. */
    private static final Duration FRESH = Duration.ofSeconds(2);

    @Resource
    ManagedScheduledExecutorService managed;

    @Inject
    PickupRegistry pickups;

    @Inject
    SealedSettings sealed;

    @Inject
    Candidates candidates;

    @Inject
    Stragglers stragglers;

    @Inject
    FileIntake intake;

    @Inject
    PickedFiles picked;

    @Inject
    PickupDesk desk;

    @Inject
    Patience patience;

    @Inject
    Settings settings;

    @Inject
    Clock clock;

    /** Instead of the container's, outside a container. */
    ScheduledExecutorService timer;

    public void run(Claim claim) {
        Progress progress = new Progress(claim.startedAt());
        DeliveryOutcome outcome;
        try {
            outcome = guarded(claim.way(), visit -> takeAll(claim, visit, progress));
            // one of the few broad catches: whatever a partner or a reader does, the visit is recorded and the next one
            // comes
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "The visit of the " + claim.way() + " failed", e);
            outcome = DeliveryOutcome.failed("FAILED", e, "\"" + claim.way() + "\"");
        }
        desk.end(claim, progress, outcome);
    }

    /** The console's <em>Test connection</em>: looks and takes nothing, and waits for {@link Deadline#ATTEMPT} at most, also for a share that hangs. */
    public DeliveryOutcome test(WayIn way) {
        try {
            return patience.with("The way in " + way, () -> looked(way));
        } catch (IOException e) { // visits tell it as their outcome
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return DeliveryOutcome.retry("INTERRUPTED", "The server is being stopped");
        }
    }

    private DeliveryOutcome looked(WayIn way) {
        return guarded(way, visit -> {
            List<WaitingFile> listed = begin(way, visit);
            FileNames names = new FileNames(way.selection().pattern());
            long matching = listed.stream().filter(f -> names.take(f.name())).count();
            return DeliveryOutcome.delivered("The login works; " + listed.size() + " files are there, " + matching
                    + " of them have a name that is taken");
        });
    }

    /** What is done during a visit. */
    private interface Work {
        DeliveryOutcome with(PickupVisit visit) throws IOException, PickupRefusedException;
    }

    private DeliveryOutcome guarded(WayIn way, Work work) {
        Optional<Pickup> pickup = pickups.byId(way.transport());
        if (pickup.isEmpty()) {
            return DeliveryOutcome.rejected("NO_TRANSPORT", "Nothing here picks up by " + way.transport());
        }
        try {
            PickupVisit visit = pickup.get().visit(sealed.open(pickup.get().settings(), way.settings()));
            try {
                return guarded(visit, work);
            } finally {
                leave(way, visit);
            }
        } catch (PickupRefusedException e) {
            return e.outcome();
        }
    }

    /** A partner can take its time with the goodbye too. */
    private void leave(WayIn way, PickupVisit visit) {
        try (Deadline deadline = Deadline.after(timer(), way.timeout(), visit::breakOff);
                visit) {
            LOG.log(Level.DEBUG, "Leaves {0}", visit.place());
        }
    }

    private static DeliveryOutcome guarded(PickupVisit visit, Work work) throws PickupRefusedException {
        try {
            return work.with(visit);
        } catch (TooSlowException e) {
            return DeliveryOutcome.retry(
                    "TOO_SLOW",
                    visit.place()
                            + " takes too long. Ask the partner, or allow more time at the way in if files are large");
        } catch (IOException e) {
            return unreached(visit, e);
        } catch (InboxFullException e) {
            return DeliveryOutcome.retry(
                    "BUSY", "This server is busy with large messages; the files wait where they are");
        }
    }

    private static DeliveryOutcome unreached(PickupVisit visit, IOException e) {
        return PartnerTrust.refusal(e)
                .map(why -> DeliveryOutcome.retry("TLS", "No protected connection to " + visit.place() + ": " + why))
                .orElseGet(() -> DeliveryOutcome.retry(
                        "NOT_REACHED",
                        visit.place() + " cannot be reached or broke off: " + e.getMessage()
                                + ". Check the settings of the way in if this lasts"));
    }

    private DeliveryOutcome takeAll(Claim claim, PickupVisit visit, Progress progress)
            throws IOException, PickupRefusedException {
        List<WaitingFile> listed = begin(claim.way(), visit);
        boolean hasNames =
                pickups.byId(claim.way().transport()).filter(Pickup::hasNames).isPresent();
        Candidates.Choice choice =
                hasNames ? candidates.of(claim.way(), listed, clock.instant()) : candidates.all(claim.way(), listed);
        progress.waits(choice.waiting());
        Again again = new Again(claim, visit);
        for (Candidate candidate : stragglers.last(claim.way().id(), choice.files())) {
            if (progress.isEnough(clock.instant())) {
                break;
            }
            if (hasNames && candidate.stored().isPresent() && !again.isThere(candidate.file())) {
                continue; // another file has its name by now, which nobody has read
            }
            takeOne(claim, visit, candidate, progress);
        }
        return progress.outcome();
    }

    /** Looks again at what was stored before, and has only to be moved, shortly before each move. */
    private final class Again {
        private final Claim claim;
        private final PickupVisit visit;
        private Set<WaitingFile> there = Set.of();
        private Instant until = Instant.MIN;

        Again(Claim claim, PickupVisit visit) {
            this.claim = claim;
            this.visit = visit;
        }

        boolean isThere(WaitingFile file) throws IOException, PickupRefusedException {
            if (!clock.instant().isBefore(until)) {
                keep(claim);
                try (Step step = new Step(claim.way(), visit)) {
                    there = Set.copyOf(step.in(visit::list));
                }
                until = clock.instant().plus(FRESH);
            }
            return there.contains(file);
        }
    }

    /** The way stays this run's for its next step. */
    private void keep(Claim claim) {
        intake.keep(claim, PickupDesk.leaseFrom(claim.way(), clock.instant()));
    }

    /** What was stored is taken, whether it can be moved away or not. */
    private void takeOne(Claim claim, PickupVisit visit, Candidate candidate, Progress progress) throws IOException {
        progress.tries();
        keep(claim);
        Optional<PickedFile> taken = candidate.stored();
        if (taken.isEmpty()) {
            taken = alone(claim, visit, candidate, progress, () -> take(claim, visit, candidate, progress));
        }
        if (taken.isPresent()) {
            PickedFile file = taken.get();
            alone(claim, visit, candidate, progress, () -> moveAway(claim.way(), visit, candidate, file));
        }
    }

    /** One file that cannot be taken, or not be moved, does not keep the others waiting. */
    private Optional<PickedFile> alone(
            Claim claim, PickupVisit visit, Candidate candidate, Progress progress, Doing<Optional<PickedFile>> doing)
            throws IOException {
        String name = candidate.file().name();
        try {
            return doing.it();
        } catch (PickupRefusedException e) { // of one file: the partner is asked again as soon as ever
            progress.failed(DeliveryOutcome.retry(
                    e.outcome().code(), name + ": " + e.outcome().detail()));
        } catch (ChangedFileException e) {
            LOG.log(Level.DEBUG, "Not taken yet", e);
            progress.failed(DeliveryOutcome.retry("FILE_CHANGES", e.getMessage()));
        } catch (IOException e) {
            stragglers.failed(claim.way().id(), name); // the next visit does not end at the same file
            if (e instanceof TooSlowException || !goesOn(claim, visit)) {
                throw e;
            }
            LOG.log(Level.WARNING, "The visit of the " + claim.way() + " goes on without the file " + name, e);
            progress.broke(DeliveryOutcome.retry(
                    "FILE_FAILED",
                    name + " could not be read or moved: " + e.getMessage()
                            + ". The others are taken; look at that one at its place"));
        } catch (LeaseLostException | InboxFullException e) {
            throw e;
            // broad: whatever a reader makes of one file, the visit goes on
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "The file " + name + " of the " + claim.way() + " cannot be stored", e);
            progress.failed(DeliveryOutcome.failed("NOT_STORED", e, name + ", which stays where it is,"));
        }
        stragglers.failed(claim.way().id(), name);
        return Optional.empty();
    }

    private boolean goesOn(Claim claim, PickupVisit visit) {
        keep(claim);
        try (Deadline deadline = Deadline.after(timer(), claim.way().timeout(), visit::breakOff)) {
            return visit.goesOn() && !deadline.isPassed();
        }
    }

    private List<WaitingFile> begin(WayIn way, PickupVisit visit) throws IOException, PickupRefusedException {
        try (Step step = new Step(way, visit)) {
            return step.in(() -> {
                visit.begin();
                return visit.list();
            });
        }
    }

    private Optional<PickedFile> take(Claim claim, PickupVisit visit, Candidate candidate, Progress progress)
            throws IOException, PickupRefusedException {
        WayIn way = claim.way();
        WaitingFile file = candidate.file();
        try (Spool spool = Spool.open()) {
            int limit = limit(way);
            boolean whole;
            try (Step step = new Step(way, visit)) {
                whole = step.in(() -> visit.fetch(file, spool.out(), file.size() > limit ? HEAD : limit + 1L));
            }
            FileIntake.Arrived arrived = new FileIntake.Arrived(
                    candidate,
                    visit.place(),
                    spool.sha256(),
                    whole ? spool.size() : file.size(),
                    spool,
                    opener(way, whole));
            Optional<FileIntake.Taken> taken = intake.take(claim, arrived, PickupDesk.leaseFrom(way, clock.instant()));
            taken.filter(FileIntake.Taken::anew).map(FileIntake.Taken::file).ifPresent(progress::took);
            return taken.map(FileIntake.Taken::file);
        }
    }

    /** In bytes. What has no name (a mail, a message of a queue) is opened in memory. */
    private int limit(WayIn way) {
        boolean file = pickups.byId(way.transport()).filter(Pickup::hasNames).isPresent();
        return file ? Inbox.largestInterchange(settings) : Inbox.largestMessage(settings);
    }

    private FileIntake.Opener opener(WayIn way, boolean whole) {
        return in -> whole ? pickups.byId(way.transport()).orElseThrow().open(in, way.settings()) : Optional.empty();
    }

    /** The marker goes first: one that is left behind would vouch for tomorrow's file of that name. */
    private Optional<PickedFile> moveAway(WayIn way, PickupVisit visit, Candidate candidate, PickedFile taken)
            throws IOException, PickupRefusedException {
        String folder = taken.accepted() ? way.archive() : way.error();
        try (Step step = new Step(way, visit)) {
            step.in(() -> {
                if (candidate.marker().isPresent()) {
                    visit.remove(candidate.marker().get());
                }
                visit.move(candidate.file(), folder, taken.archiveName(), taken.explanation());
                return taken;
            });
        }
        picked.moved(taken.id(), folder + "/" + taken.archiveName(), clock.instant());
        return Optional.of(taken);
    }

    /** Something that is done with the partner, which ends when the time of the way in is over. */
    private final class Step implements AutoCloseable {
        private final Deadline deadline;

        Step(WayIn way, PickupVisit visit) {
            deadline = Deadline.after(timer(), way.timeout(), visit::breakOff);
        }

        <T> T in(Doing<T> doing) throws IOException, PickupRefusedException {
            try {
                return doing.it();
            } catch (IOException e) {
                throw deadline.isPassed() ? new TooSlowException(e) : e;
            }
        }

        @Override
        public void close() {
            deadline.close();
        }
    }

    /** A step. */
    private interface Doing<T> {
        T it() throws IOException, PickupRefusedException;
    }

    private static final class TooSlowException extends IOException {
        private static final long serialVersionUID = 1;

        TooSlowException(IOException cause) {
            super(cause);
        }
    }

    private ScheduledExecutorService timer() {
        return timer == null ? managed : timer;
    }
}
