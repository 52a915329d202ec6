package org.koppel.codec;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Overwrites what partners prove themselves with in the messages they send, so that a message can be kept: the content of every
 * {@code SharedSecret} (cXML) and {@code Password} (CebeoXML) becomes asterisks, byte by byte, so that places and length stay. Takes broken
 * messages as well; what is not closed is overwritten up to its end.
 */
public final class SentSecrets {
    private static final byte[] DASHES = {'-', '-'};
    private static final Pattern BOUNDARY = Pattern.compile("\\A(?:\\r?\\n){0,2}(--[^\\r\\n]{1,70})[ \\t]*\\r?\\n");
    private static final Pattern EMPTY_LINE = Pattern.compile("\\r?\\n\\r?\\n");
    private static final Pattern ENCODING = Pattern.compile(
            "^content-transfer-encoding:\\s*(base64|quoted-printable)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
    private static final int BOUNDARY_AND_HEAD = 8 * 1024 + 80;

    private SentSecrets() {}

    /** The content without secrets; the same array when it has none, else a changed copy. */
    public static byte[] erased(byte[] content) {
        byte[] kept = XmlSecrets.erased(content);
        return startsWithBoundary(content) ? firstPartErased(kept) : kept;
    }

    /** What was overwritten: place and Base64 of each piece; empty when nothing was. */
    public static String taken(byte[] original, byte[] erased) {
        StringBuilder pieces = new StringBuilder();
        int at = Arrays.mismatch(original, erased);
        while (at >= 0 && at < original.length) {
            int end = at;
            while (end < original.length && original[end] != erased[end]) {
                end++;
            }
            pieces.append(at)
                    .append(':')
                    .append(Base64.getEncoder().encodeToString(Arrays.copyOfRange(original, at, end)))
                    .append(';');
            int next = Arrays.mismatch(original, end, original.length, erased, end, erased.length);
            at = next < 0 ? -1 : end + next;
        }
        return pieces.toString();
    }

    /** The original again, of what {@link #erased} left and {@link #taken} kept. */
    public static byte[] restored(byte[] erased, String taken) {
        byte[] original = erased.clone();
        for (String piece : taken.split(";")) {
            int colon = piece.indexOf(':');
            if (colon > 0) {
                byte[] bytes = Base64.getDecoder().decode(piece.substring(colon + 1));
                System.arraycopy(bytes, 0, original, Integer.parseInt(piece.substring(0, colon)), bytes.length);
            }
        }
        return original;
    }

    private static boolean startsWithBoundary(byte[] content) {
        String start = new String(content, 0, Math.min(content.length, 80), StandardCharsets.ISO_8859_1).stripLeading();
        return start.startsWith(new String(DASHES, StandardCharsets.US_ASCII));
    }

    /** The document is the first part of a MIME message; where that is encoded, secrets are not seen from outside. */
    private static byte[] firstPartErased(byte[] message) {
        String head = new String(message, 0, Math.min(message.length, BOUNDARY_AND_HEAD), StandardCharsets.ISO_8859_1);
        Matcher boundary = BOUNDARY.matcher(head);
        Matcher empty = EMPTY_LINE.matcher(head);
        if (!boundary.find() || !empty.find(boundary.end() - 1)) {
            return message;
        }
        Matcher encoding = ENCODING.matcher(head.substring(boundary.end(), empty.end()));
        if (!encoding.find()) {
            return message;
        }
        String all = new String(message, StandardCharsets.ISO_8859_1);
        int next = all.indexOf("\n" + boundary.group(1).stripTrailing(), empty.end() - 1);
        int end = next < 0 ? message.length : next;
        return encoding.group(1).toLowerCase(Locale.ROOT).equals("base64")
                ? base64Erased(message, empty.end(), end)
                : quotedErased(message, empty.end(), end);
    }

    /** Decoded, erased, encoded again and put back sign by sign, between the line ends that stand there. */
    private static byte[] base64Erased(byte[] message, int from, int to) {
        byte[] signs = new byte[to - from];
        int count = 0;
        for (int i = from; i < to; i++) {
            if (isBase64(message[i])) {
                signs[count++] = message[i];
            }
        }
        byte[] whole = Arrays.copyOf(signs, count % 4 == 1 ? count - 1 : count);
        byte[] plain = Base64.getDecoder().decode(whole);
        byte[] erased = XmlSecrets.erased(plain);
        if (erased == plain) {
            return message;
        }
        byte[] encoded = Base64.getEncoder().withoutPadding().encode(erased);
        byte[] kept = message.clone();
        int next = 0;
        for (int i = from; i < to && next < encoded.length; i++) {
            if (isBase64(message[i])) {
                kept[i] = encoded[next++];
            }
        }
        return kept;
    }

    private static boolean isBase64(byte sign) {
        return sign >= 'A' && sign <= 'Z'
                || sign >= 'a' && sign <= 'z'
                || sign >= '0' && sign <= '9'
                || sign == '+'
                || sign == '/';
    }

    /** Decoded with the place of every byte; what is erased is overwritten there, {@code =65} as {@code =2A}. */
    private static byte[] quotedErased(byte[] message, int from, int to) {
        byte[] plain = new byte[to - from];
        int[] places = new int[to - from];
        int length = 0;
        for (int i = from; i < to; i++) {
            int high = message[i] == '=' && i + 2 < to ? Character.digit(message[i + 1], 16) : -1;
            int low = high >= 0 ? Character.digit(message[i + 2], 16) : -1;
            if (message[i] == '=' && low < 0) { // a soft line end
                i += i + 1 < to && message[i + 1] == '\r' ? 2 : 1;
                continue;
            }
            places[length] = i;
            plain[length++] = low < 0 ? message[i] : (byte) (high << 4 | low);
            i += low < 0 ? 0 : 2;
        }
        byte[] read = Arrays.copyOf(plain, length);
        byte[] erased = XmlSecrets.erased(read);
        if (erased == read) {
            return message;
        }
        byte[] kept = message.clone();
        for (int i = 0; i < length; i++) {
            if (erased[i] != read[i] && message[places[i]] == '=') {
                kept[places[i] + 1] = '2';
                kept[places[i] + 2] = 'A';
            } else if (erased[i] != read[i]) {
                kept[places[i]] = erased[i];
            }
        }
        return kept;
    }
}
