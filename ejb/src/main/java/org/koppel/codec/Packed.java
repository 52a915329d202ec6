package org.koppel.codec;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** Files that hold other files, by their first bytes. None is unpacked here, however deep they are laid into each other. */
public final class Packed {
    private static final Map<String, String> BEGINNINGS = Map.of(
            "PK\u0003\u0004", "ZIP",
            "PK\u0005\u0006", "ZIP",
            "\u001F\u008B", "gzip",
            "7z\u00BC\u00AF", "7-Zip",
            "Rar!", "RAR",
            "BZh", "bzip2",
            "\u00FD7zXZ", "xz",
            "(\u00B5/\u00FD", "Zstandard");

    private Packed() {}

    /** What it is, in words; empty where it is nothing of the kind. */
    public static Optional<String> kind(byte[] head) {
        String begin = new String(head, 0, Math.min(head.length, 8), StandardCharsets.ISO_8859_1);
        return BEGINNINGS.entrySet().stream()
                .filter(e -> begin.startsWith(e.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
