package org.koppel.punchout;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.koppel.platform.StoredFile;

/**
 * What an uploaded file is, by its content and not by what its name or the browser says. It is kept as it came, texts in UTF-8; nothing
 * here opens it, and it is only ever handed out to be saved.
 */
final class AttachmentFile {
    private static final int LONGEST_NAME = 80;
    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);

    private AttachmentFile() {}

    /** Empty for a kind that is not taken. @param name as the browser gave it, may be null */
    static Optional<StoredFile> of(String name, byte[] content) {
        if (startsWith(content, PDF)) {
            return Optional.of(file(name, "pdf", "application/pdf", content));
        }
        return picture(name, content).or(() -> text(name, content));
    }

    private static boolean startsWith(byte[] content, byte[] beginning) {
        return content.length >= beginning.length
                && ByteBuffer.wrap(content, 0, beginning.length).equals(ByteBuffer.wrap(beginning));
    }

    /** By its head: the picture itself is not unpacked. */
    private static Optional<StoredFile> picture(String name, byte[] content) {
        try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            while (readers.hasNext()) {
                ImageReader reader = readers.next();
                String kind = reader.getFormatName().toLowerCase(Locale.ROOT);
                reader.setInput(in, true, true);
                boolean readable = reader.getWidth(0) > 0;
                reader.dispose();
                if (readable && Stream.of("png", "jpeg", "gif").anyMatch(kind::equals)) {
                    return Optional.of(file(name, kind.equals("jpeg") ? "jpg" : kind, "image/" + kind, content));
                }
            }
            return Optional.empty();
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) { // what damaged files end in
            return Optional.empty();
        }
    }

    private static Optional<StoredFile> text(String name, byte[] content) {
        return Stream.of(StandardCharsets.UTF_8, Charset.forName("windows-1252"))
                .flatMap(c -> decoded(c, content).stream())
                .filter(t -> t.chars().noneMatch(AttachmentFile::isControl))
                .findFirst()
                .map(t -> t.startsWith("\uFEFF") ? t.substring(1) : t)
                .map(t -> file(name, "txt", "text/plain;charset=UTF-8", t.getBytes(StandardCharsets.UTF_8)));
    }

    private static Optional<String> decoded(Charset charset, byte[] content) {
        try {
            CharBuffer text = charset.newDecoder().decode(ByteBuffer.wrap(content));
            return Optional.of(text.toString());
        } catch (CharacterCodingException e) { // not in this charset
            return Optional.empty();
        }
    }

    private static boolean isControl(int c) {
        return Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r' && c != '\f' || c == 0xFFFD;
    }

    private static StoredFile file(String name, String extension, String mediaType, byte[] content) {
        return new StoredFile(name(name, extension), mediaType, content);
    }

    /** Without a path and without what file systems and headers do not take; with the extension that the content has. */
    private static String name(String given, String extension) {
        String last = given == null ? "" : given.replaceFirst("(?s)^.*[/\\\\]", "");
        String clean = last.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cs}\"<>:|?*;]", "_")
                .strip();
        String stem = clean.replaceFirst("\\.[A-Za-z0-9]{1,5}$", "").replaceFirst("^\\.+", "");
        String named = stem.isBlank() ? "attachment" : stem;
        int end = named.offsetByCodePoints(0, Math.min(LONGEST_NAME, named.codePointCount(0, named.length())));
        return named.substring(0, end) + "." + extension;
    }
}
