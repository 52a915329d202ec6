package org.koppel.codec.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * The parts of an XLSX file, which is a ZIP (APPNOTE 6.3), by its directory. Java's own stream does not read the sizes of 8 bytes that
 * programs write behind parts whose length they did not know, and its file needs a disk. What is unpacked is counted, so that a small
 * file cannot become a large one.
 */
final class XlsxParts {
    private static final long MOST_BYTES = 100L * 1024 * 1024;
    private static final int MOST_PARTS = 2_000;
    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int LONGEST_COMMENT = 65_535;
    private static final int ENTRY = 0x02014b50;
    private static final int ENTRY_LENGTH = 46;
    private static final int LOCAL = 0x04034b50;
    private static final int LOCAL_LENGTH = 30;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;

    private record Part(int method, int size, int offset) {}

    private final ByteBuffer file;
    private final Map<String, Part> parts = new LinkedHashMap<>();
    private long unpacked;

    /** The file unpacks to more than is taken. */
    static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1;

        TooLargeException(String message) {
            super(message);
        }
    }

    /** @throws IOException when it is no ZIP */
    XlsxParts(byte[] content) throws IOException {
        file = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        int end = end();
        int count = file.getShort(end + 10) & 0xFFFF;
        if (count > MOST_PARTS) {
            throw new TooLargeException("The file has more than " + MOST_PARTS + " parts.");
        }
        int at = file.getInt(end + 16);
        for (int i = 0; i < count; i++) {
            require(at, ENTRY_LENGTH, ENTRY);
            int name = file.getShort(at + 28) & 0xFFFF;
            int others = (file.getShort(at + 30) & 0xFFFF) + (file.getShort(at + 32) & 0xFFFF);
            require(at, ENTRY_LENGTH + name + others, ENTRY);
            Part part = new Part(file.getShort(at + 10) & 0xFFFF, file.getInt(at + 20), file.getInt(at + 42));
            parts.put(new String(content, at + ENTRY_LENGTH, name, StandardCharsets.UTF_8), part);
            at += ENTRY_LENGTH + name + others;
        }
    }

    private int end() throws IOException {
        int last = file.capacity() - END_LENGTH;
        for (int at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
            if (file.getInt(at) == END) {
                return at;
            }
        }
        throw new IOException("it has no directory");
    }

    private void require(int at, int length, int signature) throws IOException {
        if (at < 0 || at > file.capacity() - length || file.getInt(at) != signature) {
            throw new IOException("its directory is damaged");
        }
    }

    /** A part by its name; null when it is missing. It need not be closed. */
    InputStream content(String name) throws IOException {
        Part part = parts.get(name);
        if (part == null) {
            return null;
        }
        require(part.offset(), LOCAL_LENGTH, LOCAL);
        int names = (file.getShort(part.offset() + 26) & 0xFFFF) + (file.getShort(part.offset() + 28) & 0xFFFF);
        int from = part.offset() + LOCAL_LENGTH + names;
        if (from > file.capacity()) {
            throw new IOException("its directory is damaged");
        }
        return switch (part.method()) {
            case STORED -> {
                boolean fits = part.size() >= 0 && part.size() <= file.capacity() - from;
                yield new Counted(slice(from, fits ? part.size() : 0), null);
            }
            case DEFLATED -> {
                Inflater inflater = new Inflater(true);
                yield new Counted(new InflaterInputStream(slice(from, file.capacity() - from), inflater), inflater);
            }
            default -> throw new IOException("a part is packed in a way that is not read here");
        };
    }

    private InputStream slice(int from, int length) {
        return new ByteArrayInputStream(file.array(), from, length);
    }

    /** Counts what is read, and lets the inflater's memory go at the end. */
    private final class Counted extends InputStream {
        private final InputStream in;
        private final Inflater inflater;
        private boolean over;

        /** @param inflater null for a part that is not packed */
        Counted(InputStream in, Inflater inflater) {
            this.in = in;
            this.inflater = inflater;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int got = over ? -1 : in.read(bytes, from, length);
            if (got < 0) {
                if (!over && inflater != null) {
                    inflater.end();
                }
                over = true;
                return got;
            }
            unpacked += got;
            if (unpacked > MOST_BYTES) {
                throw new TooLargeException("The file unpacks to more than " + MOST_BYTES / 1024 / 1024 + " MB.");
            }
            return got;
        }
    }
}
