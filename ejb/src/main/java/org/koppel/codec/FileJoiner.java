package org.koppel.codec;

import java.util.Collection;
import java.util.List;

/**
 * Makes one file of several that our own writers wrote for one partner. Implementations are stateless, thread-safe and found by CDI;
 * of formats without one each document stays a file of its own.
 */
public interface FileJoiner {

    /** What it joins. */
    Collection<FormatId> formats();

    /** What files must have in common to be joined: tests, for one, are not mixed with others. */
    default String kind(byte[] file) {
        return "";
    }

    /**
     * One file with all documents in order; its header, with the control reference, is that of the first.
     *
     * @param files of one kind
     * @param settings that the files were written with
     * @throws DocumentException when a file is not of our writers' kind
     */
    byte[] join(List<byte[]> files, FormatSettings settings) throws DocumentException;
}
