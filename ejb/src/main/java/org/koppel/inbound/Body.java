package org.koppel.inbound;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The bytes of a message up to a limit; of a larger one its first part, so that a person can see what it was. */
record Body(byte[] content, long size, boolean tooLarge) {
    private static final int KEPT_OF_TOO_LARGE = 64 * 1024;
    /** Reading on for a while lets the sender finish and read the answer; more would be an open door. */
    private static final long DRAINED = 200L * 1024 * 1024;

    static Body read(InputStream in, int limit) throws IOException {
        byte[] content = in.readNBytes(limit);
        int next = content.length < limit ? -1 : in.read();
        if (next < 0) {
            return new Body(content, content.length, false);
        }
        long rest = 1 + drain(in);
        return new Body(Arrays.copyOf(content, KEPT_OF_TOO_LARGE), content.length + rest, true);
    }

    private static long drain(InputStream in) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        long total = 0;
        int read = in.read(buffer);
        while (read >= 0 && total < DRAINED) {
            total += read;
            read = in.read(buffer);
        }
        return total;
    }

    /** Only the first part of it: enough to see what a stranger sent, too little to fill the disk with. */
    Body headOnly() {
        return content.length <= KEPT_OF_TOO_LARGE
                ? this
                : new Body(Arrays.copyOf(content, KEPT_OF_TOO_LARGE), size, tooLarge);
    }

    byte[] head() {
        return Arrays.copyOf(content, Math.min(content.length, 4096));
    }
}
