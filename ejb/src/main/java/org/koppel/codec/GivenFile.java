package org.koppel.codec;

import java.util.Locale;
import org.koppel.platform.StoredFile;

/** A file inside a document, under a name that file systems and headers take. Its content stays byte by byte as it came. */
public final class GivenFile {
    private static final int LONGEST_NAME = 80;
    private static final String BYTES = "application/octet-stream";

    private GivenFile() {}

    /** @param name and mediaType as the sender wrote them; may be null */
    public static StoredFile of(String name, String mediaType, byte[] content) {
        return new StoredFile(name(name), mediaType(mediaType), content);
    }

    /** Without a path, control characters and what separates fields; the end counts, it says what the file is. */
    private static String name(String given) {
        String last = given == null ? "" : given.replaceFirst("(?s)^.*[/\\\\]", "");
        String clean = last.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cs}\"<>:|?*;]", "_")
                .strip()
                .replaceFirst("^\\.+", "");
        int length = clean.codePointCount(0, clean.length());
        String named =
                length <= LONGEST_NAME ? clean : clean.substring(clean.offsetByCodePoints(0, length - LONGEST_NAME));
        return named.isBlank() ? "attachment" : named;
    }

    private static String mediaType(String given) {
        String plain = given == null ? "" : given.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return plain.matches("[a-z0-9.+-]{1,60}/[a-z0-9.+-]{1,100}") ? plain : BYTES;
    }
}
