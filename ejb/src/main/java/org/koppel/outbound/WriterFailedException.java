package org.koppel.outbound;

/** A writer failed on a document in a way that nobody foresaw: a fault of ours, not of the document. */
class WriterFailedException extends RuntimeException {
    /** @param what the document and the format */
    WriterFailedException(String what, RuntimeException cause) {
        super("Cannot write " + what, cause);
    }
}
