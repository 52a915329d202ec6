package org.koppel.inbound;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.koppel.platform.Settings;

/**
 * How much memory the bodies of messages at the door may take together, most of them from senders who have not yet proved who
 * they are ({@code KOPPEL_BODIES_BYTES}, default a sixth of the heap, never less than one message). The first bytes of every message are free, so that large
 * ones never keep ordinary ones out. Who shows nothing in the headers has a quarter of it at most (and never less than one message), so that strangers never keep
 * out who is known.
 */
@ApplicationScoped
class BodyBudget {
    /** Bytes that count for nothing; orders are mostly smaller. */
    static final int FREE = 64 * 1024;

    private static final int HEAP_SHARE = 6;

    private static final int STRANGERS_SHARE = 4;

    private final AtomicLong left = new AtomicLong();
    private final AtomicLong leftForStrangers = new AtomicLong();

    @Inject
    private Settings settings;

    /** For CDI. */
    BodyBudget() {}

    BodyBudget(long bytes, int message) {
        open(bytes, message);
    }

    @PostConstruct
    void open() {
        int heap = (int) Math.min(Runtime.getRuntime().maxMemory() / HEAP_SHARE, Integer.MAX_VALUE);
        long bytes = Math.max(settings.number("KOPPEL_BODIES_BYTES", heap), Inbox.largestInterchange(settings));
        open(bytes, Inbox.largestMessage(settings));
    }

    private void open(long bytes, int message) {
        left.set(bytes);
        leftForStrangers.set(Math.max(bytes / STRANGERS_SHARE, message));
    }

    /**
     * What one message takes; close it when its bytes are no longer needed.
     *
     * @param known whether the sender proved who it is before its message is read
     */
    Share share(boolean known) {
        return known ? new Share(List.of(left)) : new Share(List.of(leftForStrangers, left));
    }

    /** Bytes that are not taken. */
    long left() {
        return left.get();
    }

    /** For one message, used by one thread. */
    static final class Share implements AutoCloseable {
        private final List<AtomicLong> from;
        private long taken;

        private Share(List<AtomicLong> from) {
            this.from = from;
        }

        /** Takes so much more; false, and nothing is taken, when there is not so much left. */
        boolean take(int bytes) {
            boolean enough = true;
            for (AtomicLong left : from) {
                enough &= left.addAndGet(-bytes) >= 0;
            }
            taken += bytes;
            if (!enough) {
                giveBack(bytes);
            }
            return enough;
        }

        /** Gives back all that was taken; may be called twice. */
        @Override
        public void close() {
            giveBack(taken);
        }

        private void giveBack(long bytes) {
            from.forEach(left -> left.addAndGet(bytes));
            taken -= bytes;
        }
    }
}
