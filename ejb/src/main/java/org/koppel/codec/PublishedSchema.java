package org.koppel.codec;

/** A formal description of a format of ours, or a sample of it, for partners to fetch. Found by CDI, kept in memory. */
public interface PublishedSchema {

    /** Its file name, unique among all: {@code koppel-1.xsd}. */
    String name();

    /** With charset. */
    String mediaType();

    /** A copy of the file. */
    byte[] content();
}
