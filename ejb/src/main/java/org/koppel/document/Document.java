package org.koppel.document;

import org.koppel.shared.DocumentNumber;

/** Anything that travels. The simple name of the record ({@code Order}, {@code OrderResponse}) is its type towards the outside. */
public interface Document {

    /** The number its issuer gave it. */
    DocumentNumber number();

    /** Whether it only tries the way, so that nothing of it is fulfilled; false for documents that cannot say so themselves. */
    default boolean test() {
        return false;
    }

    /** Type as the API and the database call it: the record's simple name. */
    default String type() {
        return getClass().getSimpleName();
    }
}
