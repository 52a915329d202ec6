package org.koppel.inbound;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.koppel.codec.RootPart;

/** The bytes of a message up to a limit; of a larger one its first part, so that a person can see what it was. */
record Body(byte[] content, long size, boolean tooLarge) {
    /** Of one that is too large, or from nobody who is known, so much is kept. */
    static final int HEAD = 64 * 1024;

    /**
     * Reads it in steps, each taken from the share of memory first. One that says itself that it is too large is not kept at all but
     * for its head.
     *
     * @param announced what the sender says its size is, or negative
     * @throws InboxFullException when there is no memory for it now
     */
    static Body read(InputStream in, long announced, int limit, BodyBudget.Share share) throws IOException {
        if (announced > limit) {
            byte[] head = in.readNBytes(HEAD);
            return new Body(head, Math.max(announced, head.length + drain(in)), true);
        }
        int expected = announced < 0 ? limit : (int) announced;
        byte[] content = new byte[Math.min(BodyBudget.FREE, expected)];
        int size = in.readNBytes(content, 0, content.length);
        while (size == content.length && size < limit) {
            int next = in.read();
            if (next < 0) {
                break;
            }
            content = larger(content, size < expected ? expected : limit, share, in);
            content[size++] = (byte) next;
            size += in.readNBytes(content, size, content.length - size);
        }
        int after = size < limit ? -1 : in.read();
        if (after < 0) {
            return new Body(size == content.length ? content : Arrays.copyOf(content, size), size, false);
        }
        content = Arrays.copyOf(content, Math.min(size, HEAD)); // others need the memory while the rest comes
        share.close();
        return new Body(content, size + 1 + drain(in), true);
    }

    private static byte[] larger(byte[] content, int most, BodyBudget.Share share, InputStream in) throws IOException {
        int length = (int) Math.min(most, Math.max(content.length * 2L, BodyBudget.FREE));
        if (!share.take(length - content.length)) {
            share.close();
            drain(in);
            throw new InboxFullException();
        }
        return Arrays.copyOf(content, length);
    }

    /** Most senders read the answer only when everything is sent; {@link TimedBody} bounds how long they are waited for. */
    private static long drain(InputStream in) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        long total = 0;
        int read = in.read(buffer);
        while (read >= 0) {
            total += read;
            read = in.read(buffer);
        }
        return total;
    }

    /** Only the first part of it: enough to see what a stranger sent, too little to fill the disk with. */
    Body headOnly() {
        return content.length <= HEAD ? this : new Body(Arrays.copyOf(content, HEAD), size, tooLarge);
    }

    /** The document first, as readers want it. @param contentType may be null */
    InputStream document(String contentType) {
        return RootPart.first(content, contentType);
    }

    /** Its first bytes. @param contentType may be null */
    byte[] head(String contentType) throws IOException {
        return document(contentType).readNBytes(4096);
    }
}
