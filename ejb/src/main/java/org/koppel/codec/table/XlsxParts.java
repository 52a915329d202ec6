package org.koppel.codec.table;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The parts of an XLSX file, which is a ZIP, by its directory. That stands at the end, so the file lies on the disk while it is read. The
 * directory is looked at before {@link ZipFile} takes all of it into memory, and what is unpacked is counted, so that a small file cannot
 * become a large one.
 */
final class XlsxParts implements AutoCloseable {
    private static final long MOST_BYTES = 100L * 1024 * 1024;
    private static final int MOST_PARTS = 2_000;
    private static final int LONGEST_DIRECTORY = 1024 * 1024;

    /** The record at the end of every ZIP (APPNOTE 4.3.16), behind which only a comment may stand. */
    private static final int END = 0x06054b50;

    private static final int END_LENGTH = 22;
    private static final int LONGEST_COMMENT = 65_535;

    private final Path path;
    private ZipFile zip;
    private long unpacked;

    /** The file unpacks to more than is taken. */
    static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1;

        TooLargeException(String message) {
            super(message);
        }
    }

    private XlsxParts(Path path) {
        this.path = path;
    }

    /**
     * Copies the file to the disk; it is removed when this is opened or closed.
     *
     * @throws IOException when that fails
     */
    static XlsxParts spooled(InputStream in) throws IOException {
        XlsxParts parts = new XlsxParts(Files.createTempFile("koppel-xlsx-", ".zip"));
        try {
            Files.copy(in, parts.path, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            parts.close();
            throw e;
        }
        return parts;
    }

    /** Reads the directory; before anything else. @throws IOException when it is no ZIP */
    void open() throws IOException {
        requireSmallDirectory();
        try {
            zip = new ZipFile(path.toFile(), ZipFile.OPEN_READ | ZipFile.OPEN_DELETE, StandardCharsets.UTF_8);
        } catch (ZipException e) {
            throw new IOException("its directory is damaged", e);
        }
    }

    private void requireSmallDirectory() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            byte[] tail = new byte[(int) Math.min(file.length(), END_LENGTH + LONGEST_COMMENT)];
            file.seek(file.length() - tail.length);
            file.readFully(tail);
            ByteBuffer end = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN);
            for (int at = tail.length - END_LENGTH; at >= 0; at--) {
                if (end.getInt(at) == END) {
                    int parts = end.getShort(at + 10) & 0xFFFF;
                    if (parts > MOST_PARTS || Integer.toUnsignedLong(end.getInt(at + 12)) > LONGEST_DIRECTORY) {
                        throw new TooLargeException("The file has more than " + MOST_PARTS + " parts.");
                    }
                    return;
                }
            }
        }
        throw new IOException("it has no directory");
    }

    @Override
    public void close() throws IOException {
        if (zip != null) {
            zip.close();
        }
        Files.deleteIfExists(path);
    }

    /** A part by its name; null when it is missing. It need not be closed. */
    InputStream content(String name) throws IOException {
        ZipEntry part = zip.getEntry(name);
        try {
            return part == null ? null : new Counted(zip.getInputStream(part));
        } catch (ZipException e) {
            throw new IOException("a part is damaged, or packed in a way that is not read here", e);
        }
    }

    private final class Counted extends FilterInputStream {
        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = super.read(bytes, from, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int read) throws TooLargeException {
            unpacked += read;
            if (unpacked > MOST_BYTES) {
                throw new TooLargeException("The file unpacks to more than " + MOST_BYTES / 1024 / 1024 + " MB.");
            }
        }
    }
}
