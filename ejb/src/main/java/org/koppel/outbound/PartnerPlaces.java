package org.koppel.outbound;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How many deliveries to one partner may run at once on this node. Whoever finds no place leaves without waiting and is counted,
 * so that the one who holds a place knows after leaving it that somebody came meanwhile and looks for work again.
 */
final class PartnerPlaces {
    private final Semaphore free;
    private final AtomicLong turnedAway = new AtomicLong();

    PartnerPlaces(int places) {
        this.free = new Semaphore(places);
    }

    /** Takes a place, if there is one. */
    boolean enter() {
        if (free.tryAcquire()) {
            return true;
        }
        turnedAway.incrementAndGet();
        return free.tryAcquire(); // the last holder may have left before it could see the count
    }

    void leave() {
        free.release();
    }

    /** How often somebody found no place so far. */
    long turnedAway() {
        return turnedAway.get();
    }
}
