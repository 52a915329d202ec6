package org.koppel.inbound;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicLong;
import org.koppel.platform.Settings;

/**
 * How much memory the bodies of messages at the door may take together, most of them from senders who have not yet proved who
 * they are ({@code KOPPEL_BODIES_BYTES}, default a sixth of the heap, never less than one message). The first bytes of every message are free, so that large
 * ones never keep ordinary ones out.
 */
@ApplicationScoped
class BodyBudget {
    /** Bytes that count for nothing; orders are mostly smaller. */
    static final int FREE = 64 * 1024;

    private static final int HEAP_SHARE = 6;

    private final AtomicLong left = new AtomicLong();

    @Inject
    private Settings settings;

    /** For CDI. */
    BodyBudget() {}

    BodyBudget(long bytes) {
        left.set(bytes);
    }

    @PostConstruct
    void open() {
        int heap = (int) Math.min(Runtime.getRuntime().maxMemory() / HEAP_SHARE, Integer.MAX_VALUE);
        left.set(Math.max(settings.number("KOPPEL_BODIES_BYTES", heap), Inbox.largestInterchange(settings)));
    }

    /** What one message takes; close it when its bytes are no longer needed. */
    Share share() {
        return new Share(left);
    }

    /** Bytes that are not taken. */
    long left() {
        return left.get();
    }

    /** For one message, used by one thread. */
    static final class Share implements AutoCloseable {
        private final AtomicLong left;
        private long taken;

        private Share(AtomicLong left) {
            this.left = left;
        }

        /** Takes so much more; false, and nothing is taken, when there is not so much left. */
        boolean take(int bytes) {
            if (left.addAndGet(-bytes) < 0) {
                left.addAndGet(bytes);
                return false;
            }
            taken += bytes;
            return true;
        }

        /** Gives back all that was taken; may be called twice. */
        @Override
        public void close() {
            left.addAndGet(taken);
            taken = 0;
        }
    }
}
