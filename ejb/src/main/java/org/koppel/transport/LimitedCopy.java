package org.koppel.transport;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Copies what a partner sends, but never more than was agreed. */
public final class LimitedCopy {
    private static final int BUFFER = 64 * 1024;

    private LimitedCopy() {}

    /**
     * Copies a file of a listed size; of one whose size nobody told (negative), whatever comes.
     *
     * @return false when there was more than {@code most}; the first {@code most} bytes were copied then
     * @throws ChangedFileException when it ends before or after its size, read to its end
     */
    public static boolean copy(WaitingFile file, InputStream in, OutputStream to, long most) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long copied = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            to.write(buffer, 0, (int) Math.min(read, most - copied));
            copied += read;
            if (copied > most) {
                return false;
            }
        }
        if (file.size() >= 0 && copied != file.size()) {
            throw new ChangedFileException(file, copied);
        }
        return true;
    }
}
