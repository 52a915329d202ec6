package org.koppel.inbound.pickup;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.koppel.platform.DatabaseReady;
import org.koppel.platform.Settings;
import org.koppel.transport.DeliveryOutcome;
import org.koppel.transport.Pickup;
import org.koppel.transport.PickupRegistry;

/** The short database transactions around a visit: claim before, record after. Nothing is open while the partner answers. */
@ApplicationScoped
@Transactional
class PickupDesk {
    /** What storing a file takes at most, beside the time for the partner. */
    private static final Duration SPARE = Duration.ofSeconds(60);
    /** A partner that says no is not asked every minute: accounts are locked for that. */
    private static final Duration AFTER_REFUSAL = Duration.ofMinutes(15);

    @Inject
    WaysIn ways;

    @Inject
    WayInRuns runs;

    @Inject
    PickupRegistry pickups;

    @Inject
    Settings settings;

    @Inject
    Clock clock;

    /** What this node visited when it ended is free again at once; whatever else had it, its lease has to end. */
    public void giveBack(@Observes @Priority(920) DatabaseReady ready) {
        ways.giveBack(node(), clock.instant());
    }

    private String node() {
        return settings.text("KOPPEL_NODE").orElse("koppel");
    }

    /**
     * Takes the way in that is due the longest, if there is one that nobody has.
     *
     * @param busy those that this node still visits: where a lease of them has ended, the visit hangs, and a person is told
     */
    public Optional<Claim> claim(Set<UUID> busy) {
        Instant now = clock.instant();
        ways.overdue(busy, now).forEach(due -> noteHanging(due, now));
        List<String> visited = pickups.all().stream()
                .filter(Pickup::isVisited)
                .map(p -> p.id().value())
                .toList();
        return ways.lockDue(visited, busy, now).map(due -> claim(due, now));
    }

    private void noteHanging(WaysIn.Due due, Instant now) {
        String why =
                "The place does not answer, and the visit cannot be broken off; is a network share away? Look after it:"
                        + " this server visits it again when it answers, or after a restart";
        runs.end(due.run(), WayInRun.Status.FAILED, "HANGS", why, new Progress(now), now);
        ways.release(due.id(), due.run(), now, true, true, now);
    }

    private Claim claim(WaysIn.Due due, Instant now) {
        if (due.run() != null) {
            String why = "The server ended during the visit; what it had stored is not stored again";
            runs.end(due.run(), WayInRun.Status.BROKEN_OFF, "BROKEN_OFF", why, new Progress(now), now);
        }
        UUID run = UUID.randomUUID();
        WayIn way = ways.byId(due.id()).orElseThrow();
        runs.begin(run, way.id(), node(), due.askedBy(), now);
        ways.lease(way.id(), run, leaseFrom(way, now));
        return new Claim(way, run, now);
    }

    /** Until when the way is a run's that works on its next step now. */
    static Instant leaseFrom(WayIn way, Instant now) {
        return now.plus(way.timeout()).plus(SPARE);
    }

    /** Notes how the visit ended and when the next one is due. */
    public void end(Claim claim, Progress progress, DeliveryOutcome outcome) {
        Instant now = clock.instant();
        boolean failed = outcome.kind() != DeliveryOutcome.Kind.DELIVERED;
        runs.end(
                claim.run(),
                failed ? WayInRun.Status.FAILED : WayInRun.Status.DONE,
                outcome.code(),
                outcome.detail(),
                progress,
                now);
        runs.forgetEmpty(claim.way().id());
        boolean refused = outcome.kind() == DeliveryOutcome.Kind.REJECTED;
        Instant next = next(claim, progress, refused, failed, now);
        ways.release(claim.way().id(), claim.run(), next, failed, refused, now);
    }

    private static Instant next(Claim claim, Progress progress, boolean refused, boolean failed, Instant now) {
        boolean gotOn = progress.taken() + progress.refused() > 0;
        if (progress.more() && (!failed || gotOn)) {
            return now;
        }
        Duration every = claim.way().every();
        return now.plus(refused && every.compareTo(AFTER_REFUSAL) < 0 ? AFTER_REFUSAL : every);
    }
}
