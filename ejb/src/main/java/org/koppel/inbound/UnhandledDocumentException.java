package org.koppel.inbound;

/** The handler of a document failed; the reading of its message did not. */
class UnhandledDocumentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnhandledDocumentException(Throwable cause) {
        super(cause);
    }
}
