package org.koppel.codec;

/** Takes the documents of one message one by one, so that a message of any size flows through. */
public interface DocumentSink<T> {

    /** A document that was read completely. */
    void accept(T document);
}
