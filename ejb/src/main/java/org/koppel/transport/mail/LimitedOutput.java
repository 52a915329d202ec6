package org.koppel.transport.mail;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Takes so many bytes and then ends whoever writes. */
final class LimitedOutput extends FilterOutputStream {
    private long left;

    LimitedOutput(OutputStream out, long most) {
        super(out);
        this.left = most;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        int taken = (int) Math.min(left, length);
        out.write(bytes, from, taken);
        left -= taken;
        if (taken < length) {
            throw new EnoughException();
        }
    }

    /** There was more than is taken. */
    static final class EnoughException extends IOException {
        private static final long serialVersionUID = 1;
    }
}
