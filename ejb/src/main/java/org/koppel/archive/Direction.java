package org.koppel.archive;

/** Which way a document travelled. */
public enum Direction {
    IN,
    OUT
}
