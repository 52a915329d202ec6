package org.koppel.inbound;

import java.io.InputStream;

/** The bytes of a stored message, slice by slice, so that an interchange of 100 MB is never in memory as a whole when it is worked on. */
final class StoredContent extends InputStream {
    /** In bytes; the first one is read with the message itself, and most messages have no other. */
    static final int SLICE = 1_048_576;

    private final Slices rest;
    private byte[] now;
    private int at;
    private long read;

    /** Reads what is not in memory. */
    interface Slices {
        /** @param from counts from 0 @return fewer than {@link #SLICE} bytes at the end, none behind it */
        byte[] read(long from);
    }

    StoredContent(byte[] first, Slices rest) {
        this.now = first;
        this.rest = rest;
    }

    @Override
    public int read() {
        return fill() ? now[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int from, int length) {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, now.length - at);
        System.arraycopy(now, at, into, from, count);
        at += count;
        return count;
    }

    private boolean fill() {
        if (at == now.length && now.length == SLICE) {
            read += SLICE;
            now = rest.read(read);
            at = 0;
        }
        return at < now.length;
    }
}
