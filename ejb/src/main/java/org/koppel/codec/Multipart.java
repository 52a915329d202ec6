package org.koppel.codec;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.koppel.platform.StoredFile;

/**
 * A document that travels with files (MIME {@code multipart/related}, RFC 2046 and 2387): the first part is the document ({@link RootPart}
 * puts it there), the others are
 * found by the {@code cid:} addresses in it (RFC 2392). A message that does not begin with a boundary is the document itself.
 */
public final class Multipart {
    private static final String CID = "cid:";
    private static final byte[] DASHES = {'-', '-'};
    private static final int LONGEST_BOUNDARY = 70;
    private static final int LONGEST_HEAD = 8 * 1024;
    private static final int MOST_PARTS = 200;
    private static final Pattern NAME =
            Pattern.compile("(?:file)?name=(?:\"([^\"]*)\"|([^\\s;]+))", Pattern.CASE_INSENSITIVE);

    private final InputStream document;
    private final Map<String, Part> files = new HashMap<>();

    /** A part with its header, names in lower case. */
    record Part(Map<String, String> header, byte[] raw) {}

    private Multipart(InputStream document) {
        this.document = document;
    }

    /** @throws DocumentException when the message begins with a boundary, and does not go on as a message of several parts */
    public static Multipart read(InputStream in) throws DocumentException, IOException {
        byte[] head = in.readNBytes(DASHES.length + 2);
        InputStream whole = new SequenceInputStream(new ByteArrayInputStream(head), in);
        int start = start(head);
        if (head.length < start + DASHES.length || head[start] != '-' || head[start + 1] != '-') {
            return new Multipart(whole);
        }
        byte[] message = whole.readAllBytes();
        int end = indexOf(message, new byte[] {'\n'}, start);
        String boundary = end < 0 ? "" : new String(message, start, end - start, StandardCharsets.ISO_8859_1).strip();
        if (boundary.length() <= DASHES.length || boundary.length() > LONGEST_BOUNDARY + DASHES.length) {
            throw broken(
                    "The message begins with -- but names no boundary of a MIME message; send multipart/related, or the"
                            + " document alone");
        }
        return parts(message, start, ("\n" + boundary).getBytes(StandardCharsets.ISO_8859_1));
    }

    /** A line end may stand before the first boundary. */
    private static int start(byte[] head) {
        int start = 0;
        while (start < head.length && (head[start] == '\r' || head[start] == '\n')) {
            start++;
        }
        return start;
    }

    private static Multipart parts(byte[] message, int start, byte[] delimiter) throws DocumentException {
        Multipart parts = null;
        int from = start + delimiter.length - 1;
        for (int count = 0; count < MOST_PARTS; count++) {
            int next = indexOf(message, delimiter, from);
            if (next < 0) {
                throw broken("The last boundary of the MIME message is missing: it was cut off; send it whole");
            }
            Part part = part(message, from, message[next - 1] == '\r' ? next - 1 : next);
            if (parts == null) {
                parts = new Multipart(new ByteArrayInputStream(content(part)));
            } else {
                parts.files.put(id(part), part);
            }
            from = next + delimiter.length;
            if (from + 1 < message.length && message[from] == '-' && message[from + 1] == '-') {
                return parts;
            }
        }
        throw broken("The MIME message has more than " + MOST_PARTS + " parts; send fewer files");
    }

    static Part part(byte[] message, int from, int end) throws DocumentException {
        int line = indexOf(message, new byte[] {'\n'}, from) + 1; // behind the boundary
        Map<String, String> header = new HashMap<>();
        String last = null;
        int stop = Math.min(end, from + LONGEST_HEAD);
        while (line > 0 && line < stop) {
            int eol = indexOf(message, new byte[] {'\n'}, line);
            int next = eol < 0 || eol > end ? end : eol;
            String text = new String(message, line, next - line, StandardCharsets.UTF_8).stripTrailing();
            line = next + 1;
            if (text.isEmpty()) {
                return new Part(header, Arrays.copyOfRange(message, Math.min(line, end), end));
            }
            int colon = text.indexOf(':');
            if (Character.isWhitespace(text.charAt(0)) && last != null) {
                header.merge(last, text, String::concat);
            } else if (colon > 0) {
                last = text.substring(0, colon).toLowerCase(Locale.ROOT);
                header.put(last, text.substring(colon + 1).strip());
            }
        }
        throw broken("A part of the MIME message has no empty line behind its header; write one");
    }

    static String id(Part part) {
        return part.header().getOrDefault("content-id", "").replaceAll("^<|>$", "");
    }

    private static byte[] content(Part part) throws DocumentException {
        String encoding = part.header()
                .getOrDefault("content-transfer-encoding", "binary")
                .strip();
        if (encoding.equalsIgnoreCase("base64")) {
            return decoded(new String(part.raw(), StandardCharsets.ISO_8859_1), "part " + id(part));
        }
        return encoding.equalsIgnoreCase("quoted-printable") ? unquoted(part.raw()) : part.raw();
    }

    /**
     * Base64 with line ends in it.
     *
     * @param place where it stands
     * @throws DocumentException when it is none
     */
    public static byte[] decoded(String base64, String place) throws DocumentException {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new DocumentException(
                    new Problem("UNREADABLE_FILE", place, "The file is not in Base64; encode it anew"), e);
        }
    }

    private static byte[] unquoted(byte[] raw) {
        ByteArrayOutputStream plain = new ByteArrayOutputStream(raw.length);
        for (int i = 0; i < raw.length; i++) {
            if (raw[i] != '=') {
                plain.write(raw[i]);
                continue;
            }
            int high = i + 1 < raw.length ? Character.digit(raw[i + 1], 16) : -1;
            int low = i + 2 < raw.length ? Character.digit(raw[i + 2], 16) : -1;
            if (high >= 0 && low >= 0) {
                plain.write(high << 4 | low);
                i += 2;
            } else { // a soft line end
                i += i + 1 < raw.length && raw[i + 1] == '\r' ? 2 : 1;
            }
        }
        return plain.toByteArray();
    }

    static int indexOf(byte[] bytes, byte[] wanted, int from) {
        for (int i = from; i <= bytes.length - wanted.length; i++) {
            if (bytes[i] == wanted[0] && Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        return -1;
    }

    private static DocumentException broken(String why) {
        return new DocumentException(new Problem("MALFORMED_MIME", "message", why));
    }

    /** To be read once. */
    public InputStream document() {
        return document;
    }

    /** Whether an address means a part of a message, be it there or not. */
    public static boolean isPart(String address) {
        return address.regionMatches(true, 0, CID, 0, CID.length());
    }

    /**
     * The id of the part that an address means, the same however the address is spelt; empty for one that is no {@code cid:} or that no
     * part has.
     */
    public Optional<String> part(String address) {
        return Optional.ofNullable(address)
                .filter(Multipart::isPart)
                .map(a -> unescaped(a.substring(CID.length())))
                .filter(files::containsKey);
    }

    /**
     * The file that an address means, decoded anew each time; empty for an address that means no {@link #part}.
     *
     * @param name what the document calls it; may be null, then the part's own name counts
     * @throws DocumentException when the part cannot be decoded
     */
    public Optional<StoredFile> file(String address, String name) throws DocumentException {
        Part part = part(address).map(files::get).orElse(null);
        if (part == null) {
            return Optional.empty();
        }
        String called = name == null ? ownName(part) : name;
        return Optional.of(GivenFile.of(called, part.header().get("content-type"), content(part)));
    }

    private static String unescaped(String id) {
        return id.matches("(?:[^%+]|\\+|%[0-9A-Fa-f]{2})*")
                ? URLDecoder.decode(id.replace("+", "%2B"), StandardCharsets.UTF_8)
                : id;
    }

    private static String ownName(Part part) {
        for (String header : new String[] {"content-disposition", "content-type"}) {
            Matcher named = NAME.matcher(part.header().getOrDefault(header, ""));
            if (named.find()) {
                return named.group(1) == null ? named.group(2) : named.group(1);
            }
        }
        return null;
    }
}
