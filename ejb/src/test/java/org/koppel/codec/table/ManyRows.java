package org.koppel.codec.table;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A file that is longer than the memory that a test wants to give it. */
final class ManyRows extends InputStream {
    private final byte[] row;
    private final byte[] end;
    private byte[] now;
    private int at;
    private int left;

    ManyRows(String header, String row, int times, String end) {
        this.now = header.getBytes(StandardCharsets.UTF_8);
        this.row = row.getBytes(StandardCharsets.UTF_8);
        this.end = end.getBytes(StandardCharsets.UTF_8);
        this.left = times;
    }

    @Override
    public int read() {
        if (at == now.length) {
            if (left < 0) {
                return -1;
            }
            now = left == 0 ? end : row;
            left--;
            at = 0;
        }
        return now[at++];
    }
}
