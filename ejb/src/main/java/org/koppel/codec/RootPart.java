package org.koppel.codec;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which part of a {@code multipart/related} message is the document: the one that the parameter {@code start} of its content type names by
 * its {@code Content-ID}, else the first (RFC 2387, 3.2). Readers get no header, so that part is laid before the others here.
 */
public final class RootPart {
    private static final Pattern RELATED =
            Pattern.compile("\\s*multipart/related\\s*;.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final String NAMED = ";\\s*%s\\s*=\\s*(?:\"([^\"]*)\"|([^\\s;\"]+))";
    private static final Pattern START = parameter("start");
    private static final Pattern BOUNDARY = parameter("boundary");
    private static final int LONGEST_HEAD = 8 * 1024;

    private RootPart() {}

    private static Pattern parameter(String name) {
        return Pattern.compile(NAMED.formatted(name), Pattern.CASE_INSENSITIVE);
    }

    /**
     * The message as it is to be read: its parts in another order where the document is not the first. As it is when no part is named, or one that is not there.
     *
     * @param contentType may be null
     */
    public static InputStream first(byte[] message, String contentType) {
        if (contentType == null || !RELATED.matcher(contentType).matches()) {
            return new ByteArrayInputStream(message);
        }
        Optional<String> start = value(START, contentType).map(id -> id.replaceAll("^<|>$", ""));
        Optional<String> boundary = value(BOUNDARY, contentType);
        if (start.isEmpty() || boundary.isEmpty()) {
            return new ByteArrayInputStream(message);
        }
        List<Integer> begins = begins(message, "--" + boundary.get());
        for (int i = 1; i + 1 < begins.size(); i++) {
            if (id(message, begins.get(i), begins.get(i + 1)).equals(start.get())) {
                return ordered(message, begins.get(0), begins.get(i), begins.get(i + 1));
            }
        }
        return new ByteArrayInputStream(message);
    }

    /** As {@link #first(byte[], String)}; all of it is in memory only where its parts have to be put into another order. */
    public static InputStream first(InputStream message, String contentType) throws IOException {
        boolean ordered = contentType != null && RELATED.matcher(contentType).matches();
        return ordered ? first(message.readAllBytes(), contentType) : message;
    }

    private static Optional<String> value(Pattern parameter, String contentType) {
        Matcher found = parameter.matcher(contentType);
        return found.find() ? Optional.of(found.group(1) == null ? found.group(2) : found.group(1)) : Optional.empty();
    }

    /** Where the lines begin that separate the parts. */
    private static List<Integer> begins(byte[] message, String line) {
        byte[] delimiter = line.getBytes(StandardCharsets.ISO_8859_1);
        List<Integer> begins = new ArrayList<>();
        for (int at = Multipart.indexOf(message, delimiter, 0);
                at >= 0;
                at = Multipart.indexOf(message, delimiter, at + delimiter.length)) {
            if (at == 0 || message[at - 1] == '\n') {
                begins.add(at);
            }
        }
        return begins;
    }

    /** The {@code Content-ID} of the part; empty when it has none or is too broken to tell, which its reader will say. */
    private static String id(byte[] message, int from, int end) {
        try {
            return Multipart.id(Multipart.part(message, from, Math.min(end, from + LONGEST_HEAD)));
        } catch (DocumentException e) {
            return "";
        }
    }

    private static InputStream ordered(byte[] message, int first, int root, int behind) {
        return new SequenceInputStream(Collections.enumeration(List.of(
                new ByteArrayInputStream(message, root, behind - root),
                new ByteArrayInputStream(message, first, root - first),
                new ByteArrayInputStream(message, behind, message.length - behind))));
    }
}
