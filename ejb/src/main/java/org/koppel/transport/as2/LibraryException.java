package org.koppel.transport.as2;

/** as2-lib, Bouncy Castle or Jakarta Mail could not do it; the cause says why. */
class LibraryException extends Exception {
    private static final long serialVersionUID = 1;

    LibraryException(Exception cause) {
        super(cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage(), cause);
    }

    /** Whether that kind of failure is the reason, however deep. */
    boolean isDueTo(Class<? extends Exception> kind) {
        Throwable one = getCause();
        while (one != null) {
            if (kind.isInstance(one)) {
                return true;
            }
            one = one.getCause();
        }
        return false;
    }
}
