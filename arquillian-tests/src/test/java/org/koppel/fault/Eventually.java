package org.koppel.fault;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Waits for what must happen sooner or later. */
final class Eventually {
    /** Far beyond what it takes on a slow machine: it says that something happens, not how fast. */
    private static final int DEADLINE_SECONDS = 90;

    private Eventually() {}

    /** @throws AssertionError when it does not come, with the last answer */
    static <T> T see(String what, Callable<T> question, Predicate<T> wanted) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS);
        T answer = question.call();
        while (!wanted.test(answer)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError(
                        "Not within " + DEADLINE_SECONDS + " s: " + what + ". The last answer was " + answer);
            }
            Thread.sleep(50);
            answer = question.call();
        }
        return answer;
    }
}
