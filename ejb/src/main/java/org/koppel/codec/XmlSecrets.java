package org.koppel.codec;

import java.util.Locale;
import java.util.Set;

/**
 * Finds secrets in XML, well-formed or not, without decoding it: in charsets in which markup has the bytes of ASCII, and in UTF-16.
 * Comments, CDATA and instructions are looked through on their own, so that a start tag in one of them is never closed outside of it.
 */
final class XmlSecrets {
    private static final Set<String> SECRET = Set.of("sharedsecret", "password");
    private static final String COMMENT = "<!--";
    private static final String CDATA = "<![CDATA[";
    private static final String INSTRUCTION = "<?";
    private static final int LONGEST_NAME = 100;

    private final byte[] original;
    /** Bytes of a character of markup. */
    private final int width;
    /** Which of them holds its ASCII. */
    private final int offset;

    private byte[] erased;

    private XmlSecrets(byte[] original, int width, int offset) {
        this.original = original;
        this.width = width;
        this.offset = offset;
        this.erased = original;
    }

    /** The same array when there is nothing to hide, else a copy. */
    static byte[] erased(byte[] content) {
        boolean big = starts(content, 0xFE, 0xFF) || starts(content, 0, '<');
        boolean little = starts(content, 0xFF, 0xFE) || starts(content, '<', 0);
        XmlSecrets xml = new XmlSecrets(content, big || little ? 2 : 1, big ? 1 : 0);
        xml.look(0, content.length / xml.width);
        return xml.erased;
    }

    private static boolean starts(byte[] content, int first, int second) {
        return content.length > 1 && (content[0] & 0xFF) == first && (content[1] & 0xFF) == second;
    }

    /** From here on places are characters, not bytes. */
    private void look(int from, int to) {
        int place = from;
        while (place < to) {
            if (at(place) != '<') {
                place++;
            } else if (is(COMMENT, place, to)) {
                place = inside(place + COMMENT.length(), "-->", to);
            } else if (is(CDATA, place, to)) {
                place = inside(place + CDATA.length(), "]]>", to);
            } else if (is(INSTRUCTION, place, to)) {
                place = inside(place + INSTRUCTION.length(), "?>", to);
            } else {
                place = tag(place, to);
            }
        }
    }

    /** Looks through what ends by a mark, and in which only tags are looked for. @return the place behind it */
    private int inside(int from, String mark, int to) {
        int end = find(mark, from, to);
        int place = from;
        while (place < end) {
            place = at(place) == '<' ? tag(place, end) : place + 1;
        }
        return Math.min(to, end + mark.length());
    }

    /** Overwrites what a start tag opens, when that is a secret. @return the place to go on */
    private int tag(int open, int to) {
        String name = localName(open + 1, to);
        if (!SECRET.contains(name)) {
            return open + 1;
        }
        int close = closing(open, to);
        if (close >= to || at(close) != '>' || at(close - 1) == '/') {
            return close;
        }
        int end = end(name, close + 1, to);
        erase(close + 1, end);
        return end;
    }

    /** In lower case and without its prefix; empty where no name stands. */
    private String localName(int from, int to) {
        StringBuilder name = new StringBuilder();
        for (int i = from; i < to && i < from + LONGEST_NAME; i++) {
            char c = at(i);
            if (c == ':') {
                name.setLength(0);
            } else if (c > ' ' && c != '>' && c != '/' && c != '<') {
                name.append(c);
            } else {
                break;
            }
        }
        return name.toString().toLowerCase(Locale.ROOT);
    }

    /** Where a tag ends: at its {@code >} outside of quotes, or before the next {@code <}, which no attribute may hold. */
    private int closing(int open, int to) {
        char quote = 0;
        for (int i = open + 1; i < to; i++) {
            char c = at(i);
            if (c == '<' || c == '>' && quote == 0) {
                return i;
            }
            if (c == '"' || c == '\'') {
                quote = quote == 0 ? c : quote == c ? 0 : quote;
            }
        }
        return to;
    }

    /** Where the end tag of that name stands, passing over elements of the same name; {@code to} when there is none. */
    private int end(String name, int from, int to) {
        int depth = 0;
        int place = from;
        while (place < to) {
            if (at(place) != '<') {
                place++;
            } else if (is(COMMENT, place, to)) {
                place = Math.min(to, find("-->", place + COMMENT.length(), to) + 1);
            } else if (is(CDATA, place, to)) {
                place = Math.min(to, find("]]>", place + CDATA.length(), to) + 1);
            } else if (is(INSTRUCTION, place, to)) {
                place = Math.min(to, find("?>", place + INSTRUCTION.length(), to) + 1);
            } else if (is("</", place, to) && localName(place + 2, to).equals(name)) {
                if (depth == 0) {
                    return place;
                }
                depth--;
                place++;
            } else {
                int close = localName(place + 1, to).equals(name) ? closing(place, to) : place;
                depth += close > place && close < to && at(close) == '>' && at(close - 1) != '/' ? 1 : 0;
                place++;
            }
        }
        return to;
    }

    private int find(String mark, int from, int to) {
        for (int i = from; i <= to - mark.length(); i++) {
            if (is(mark, i, to)) {
                return i;
            }
        }
        return to;
    }

    private boolean is(String text, int place, int to) {
        for (int i = 0; i < text.length(); i++) {
            if (place + i >= to || at(place + i) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The character when it is one of ASCII; else one that is no markup. */
    private char at(int place) {
        byte sign = original[place * width + offset];
        boolean other = width == 2 && original[place * width + 1 - offset] != 0;
        return sign < 0 || other ? '\u00FF' : (char) sign;
    }

    private void erase(int from, int to) {
        if (from < to && erased == original) {
            erased = original.clone();
        }
        for (int i = from; i < to; i++) {
            erased[i * width + offset] = '*';
            if (width == 2) {
                erased[i * width + 1 - offset] = 0;
            }
        }
    }
}
