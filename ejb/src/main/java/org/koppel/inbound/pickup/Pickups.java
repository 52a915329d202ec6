package org.koppel.inbound.pickup;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import org.koppel.platform.Settings;

/**
 * The visits that this node makes now. Each has a thread of its own, which mostly waits for its partner, so one that hangs holds up
 * nobody else, and its place is not visited a second time before it ends; there are {@code KOPPEL_PICKUPS} of them at most (32), what is due beyond that waits or goes to another node.
 */
@ApplicationScoped
class Pickups {
    private static final System.Logger LOG = System.getLogger(Pickups.class.getName());
    private static final int DEFAULT_PLACES = 32;

    @Resource
    private ManagedThreadFactory managed;

    @Inject
    PickupDesk desk;

    @Inject
    PickupRun run;

    @Inject
    Settings settings;

    /** Instead of the container's, outside a container. */
    ThreadFactory threads;

    private final Set<UUID> visited = ConcurrentHashMap.newKeySet();
    private Semaphore places;
    private ExecutorService visits;

    @PostConstruct
    void open() {
        places = new Semaphore(settings.number("KOPPEL_PICKUPS", DEFAULT_PLACES));
        visits = Executors.newCachedThreadPool(threads == null ? managed : threads);
    }

    /** A server that stops does not wait for partners: what was copied and not stored stays where it is. */
    @PreDestroy
    void close() {
        visits.shutdownNow();
    }

    /** Begins every visit that is due and has a place. */
    void beginDue() {
        while (places.tryAcquire()) {
            Optional<Claim> claim = claim();
            if (claim.isEmpty()) {
                return;
            }
            begin(claim.get());
        }
    }

    private void begin(Claim claim) {
        boolean begun = false;
        visited.add(claim.way().id());
        try {
            visits.execute(() -> visit(claim));
            begun = true;
        } finally {
            if (!begun) { // there was no thread; the lease ends by itself
                leave(claim);
            }
        }
    }

    private void leave(Claim claim) {
        visited.remove(claim.way().id());
        places.release();
    }

    private Optional<Claim> claim() {
        Optional<Claim> claim = Optional.empty();
        try {
            claim = desk.claim(Set.copyOf(visited));
            return claim;
        } finally {
            if (claim.isEmpty()) {
                places.release();
            }
        }
    }

    private void visit(Claim claim) {
        try {
            run.run(claim);
            // broad, the last resort of a thread: the lease ends by itself, and the visit is made again
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "The visit of the " + claim.way() + " could not be recorded", e);
        } finally {
            leave(claim);
        }
    }
}
