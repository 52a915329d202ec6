package org.koppel.inbound;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The body of a request, for which there is a time as a whole. The time of the server's own listener counts from byte to byte: who sends
 * one now and then would hold a thread for hours, and needs no name for it. Half a minute is free, then 16 kB have to come in every
 * second, and after five minutes it is over.
 */
public final class TimedBody extends FilterInputStream {
    static final Duration FREE = Duration.ofSeconds(30);
    static final Duration LONGEST = Duration.ofMinutes(5);
    static final int BYTES_A_SECOND = 16 * 1024;

    private final LongSupplier nanos;
    private final long begin;
    private long bytes;

    /** Its time begins now. */
    public TimedBody(InputStream body) {
        this(body, System::nanoTime);
    }

    TimedBody(InputStream body, LongSupplier nanos) {
        super(body);
        this.nanos = nanos;
        this.begin = nanos.getAsLong();
    }

    /** @throws SlowBodyException when the time is over and the body is not */
    @Override
    public int read() throws IOException {
        int read = super.read();
        if (read >= 0) {
            came(1);
        }
        return read;
    }

    /** @throws SlowBodyException when the time is over and the body is not */
    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
        int read = super.read(to, offset, length);
        if (read > 0) {
            came(read);
        }
        return read;
    }

    private void came(int count) throws SlowBodyException {
        bytes += count;
        Duration earned = FREE.plusSeconds(bytes / BYTES_A_SECOND);
        Duration most = earned.compareTo(LONGEST) < 0 ? earned : LONGEST;
        if (nanos.getAsLong() - begin > most.toNanos()) {
            throw new SlowBodyException();
        }
    }
}
