package org.koppel.transport.as2;

import java.util.concurrent.Callable;

/**
 * Calls of as2-lib. Its methods declare {@code throws Exception}, and what strangers send makes parsers below it throw what they do not
 * declare: both become one exception, so that the sender gets a receipt that says so.
 */
final class Library {
    static {
        WithoutStaleServices.begin();
    }

    private Library() {}

    /** Makes sure that as2-lib can be used, for who does not call it through this. */
    static void load() {
        // the static block does
    }

    static <T> T call(Callable<T> work) throws LibraryException {
        try {
            return work.call();
            // one of the few broad catches: see above
        } catch (Exception e) {
            throw new LibraryException(e);
        }
    }
}
