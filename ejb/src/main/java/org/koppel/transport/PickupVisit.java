package org.koppel.transport;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * One stay at the place where a partner lays files. Used by one thread, but for {@link #breakOff}. An {@link IOException} means that
 * the partner cannot be reached or broke off: trying again may help.
 */
public interface PickupVisit extends AutoCloseable {

    /** Where it is, for a person: {@code host:port}. */
    String place();

    /** Connects, logs in, goes to the directory. */
    void begin() throws IOException, PickupRefusedException;

    /** What lies there, in no order; directories and names that no file can have are left out. */
    List<WaitingFile> list() throws IOException, PickupRefusedException;

    /**
     * Copies a file.
     *
     * @param most bytes at most
     * @return false when the file has more than that; its beginning was copied then
     * @throws IOException also when fewer bytes came than the list said
     */
    boolean fetch(WaitingFile file, OutputStream to, long most) throws IOException, PickupRefusedException;

    /**
     * Moves a file into a folder beside it, which is made when it is missing.
     *
     * @param name its name there
     * @param explanation is laid beside it as {@code <name>.txt}; null for none
     */
    void move(WaitingFile file, String folder, String name, String explanation)
            throws IOException, PickupRefusedException;

    /** Removes a file; one that is not there any more is no failure. */
    void remove(WaitingFile file) throws IOException, PickupRefusedException;

    /**
     * Whether the other files can still be tried after one failed with an {@link IOException}; may connect anew. Says no where the
     * partner is away.
     */
    boolean goesOn();

    /** Makes whoever waits on the partner fail at once; from any thread. */
    void breakOff();

    /** Goodbye; whatever goes wrong with it is only logged. */
    @Override
    void close();
}
