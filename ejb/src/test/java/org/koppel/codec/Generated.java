package org.koppel.codec;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;

/** A file that is made while it is read, because it has no place in memory. */
public final class Generated extends InputStream {
    private final IntFunction<String> part;
    private final int times;
    private final String end;
    private byte[] now;
    private int at;
    private int next = 1;
    private long size;

    /** @param part by its number, from 1 */
    public Generated(String begin, int times, IntFunction<String> part, String end) {
        this.now = begin.getBytes(StandardCharsets.UTF_8);
        this.times = times;
        this.part = part;
        this.end = end;
    }

    @Override
    public int read() {
        return fill() ? now[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int from, int length) {
        if (length > 0 && !fill()) {
            return -1;
        }
        int count = Math.min(length, now.length - at);
        System.arraycopy(now, at, into, from, count);
        at += count;
        return count;
    }

    private boolean fill() {
        while (at == now.length && next <= times + 1) {
            size += now.length;
            String text = next > times ? end : part.apply(next);
            now = text.getBytes(StandardCharsets.UTF_8);
            next++;
            at = 0;
        }
        return at < now.length;
    }

    /** Bytes that were read. */
    public long size() {
        return size + at;
    }
}
