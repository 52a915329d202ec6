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

    /**
     * As few files as the format allows, in order; those that must not be mixed (tests with others) stay apart.
     *
     * @param settings that the files were written with
     * @throws DocumentException when a file is not of our writers' kind
     */
    List<byte[]> join(List<byte[]> files, FormatSettings settings) throws DocumentException;
}
