package org.koppel.codec.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * The parts of an XLSX file, which is a ZIP (APPNOTE 6.3), by its directory. It stands at the end, so the file lies on the disk while it is
 * read. Java's own stream does not read the sizes of 8 bytes that programs write behind parts whose length they did not know. What is
 * unpacked is counted, so that a small file cannot become a large one.
 */
final class XlsxParts implements AutoCloseable {
    private static final long MOST_BYTES = 100L * 1024 * 1024;
    private static final int MOST_PARTS = 2_000;
    private static final int LONGEST_DIRECTORY = 1024 * 1024;
    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int LONGEST_COMMENT = 65_535;
    private static final int ENTRY = 0x02014b50;
    private static final int ENTRY_LENGTH = 46;
    private static final int LOCAL = 0x04034b50;
    private static final int LOCAL_LENGTH = 30;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;
    private static final int BUFFER = 8 * 1024;

    private record Part(int method, int size, int offset) {}

    private final FileChannel file;
    private final Map<String, Part> parts = new LinkedHashMap<>();
    private long unpacked;

    /** The file unpacks to more than is taken. */
    static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1;

        TooLargeException(String message) {
            super(message);
        }
    }

    private XlsxParts(FileChannel file) {
        this.file = file;
    }

    /**
     * Copies the file to the disk; it is removed when this is closed.
     *
     * @throws IOException when that fails
     */
    static XlsxParts spooled(InputStream in) throws IOException {
        Path path = Files.createTempFile("koppel-xlsx-", ".zip");
        FileChannel file = FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        try {
            in.transferTo(Channels.newOutputStream(file));
        } catch (IOException e) {
            file.close();
            throw e;
        }
        return new XlsxParts(file);
    }

    /** Reads the directory; before anything else. @throws IOException when it is no ZIP */
    void open() throws IOException {
        ByteBuffer end = end();
        int count = end.getShort(10) & 0xFFFF;
        if (count > MOST_PARTS || end.getInt(12) > LONGEST_DIRECTORY) {
            throw new TooLargeException("The file has more than " + MOST_PARTS + " parts.");
        }
        ByteBuffer directory = piece(end.getInt(16), Math.max(0, end.getInt(12)));
        int at = 0;
        for (int i = 0; i < count; i++) {
            require(directory, at, ENTRY_LENGTH, ENTRY);
            int name = directory.getShort(at + 28) & 0xFFFF;
            int others = (directory.getShort(at + 30) & 0xFFFF) + (directory.getShort(at + 32) & 0xFFFF);
            require(directory, at, ENTRY_LENGTH + name + others, ENTRY);
            parts.put(
                    new String(directory.array(), at + ENTRY_LENGTH, name, StandardCharsets.UTF_8),
                    new Part(
                            directory.getShort(at + 10) & 0xFFFF,
                            directory.getInt(at + 20),
                            directory.getInt(at + 42)));
            at += ENTRY_LENGTH + name + others;
        }
    }

    /** The last record of the file, behind which only a comment may stand. */
    private ByteBuffer end() throws IOException {
        int length = (int) Math.min(file.size(), END_LENGTH + LONGEST_COMMENT);
        ByteBuffer tail = piece(file.size() - length, length);
        for (int at = length - END_LENGTH; at >= 0; at--) {
            if (tail.getInt(at) == END) {
                return tail.slice(at, END_LENGTH).order(ByteOrder.LITTLE_ENDIAN);
            }
        }
        throw new IOException("it has no directory");
    }

    /** So many bytes of the file, or as many as there are. */
    private ByteBuffer piece(long from, int length) throws IOException {
        if (from < 0) {
            throw new IOException("its directory is damaged");
        }
        ByteBuffer piece = ByteBuffer.allocate((int) Math.max(0, Math.min(length, file.size() - from)))
                .order(ByteOrder.LITTLE_ENDIAN);
        while (piece.hasRemaining() && file.read(piece, from + piece.position()) >= 0) {
            continue;
        }
        return piece.flip();
    }

    private static void require(ByteBuffer piece, int at, int length, int signature) throws IOException {
        if (at > piece.limit() - length || piece.getInt(at) != signature) {
            throw new IOException("its directory is damaged");
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /** A part by its name; null when it is missing. It need not be closed. */
    InputStream content(String name) throws IOException {
        Part part = parts.get(name);
        if (part == null) {
            return null;
        }
        ByteBuffer local = piece(part.offset(), LOCAL_LENGTH);
        require(local, 0, LOCAL_LENGTH, LOCAL);
        long from = (long) part.offset() + LOCAL_LENGTH + (local.getShort(26) & 0xFFFF) + (local.getShort(28) & 0xFFFF);
        return switch (part.method()) {
            case STORED -> new Counted(new Slice(from, Math.max(0, part.size())), null);
            case DEFLATED -> {
                Inflater inflater = new Inflater(true);
                yield new Counted(new InflaterInputStream(new Slice(from, Long.MAX_VALUE), inflater, BUFFER), inflater);
            }
            default -> throw new IOException("a part is packed in a way that is not read here");
        };
    }

    /** Some bytes of the file. */
    private final class Slice extends InputStream {
        private long at;
        private long left;

        Slice(long from, long length) {
            this.at = from;
            this.left = length;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int got = left == 0 ? -1 : file.read(ByteBuffer.wrap(bytes, from, (int) Math.min(length, left)), at);
            at += Math.max(0, got);
            left -= Math.max(0, got);
            return got;
        }
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
