package org.koppel.codec;

/**
 * What stands before the root element, byte by byte. A DOCTYPE with declarations of its own is refused: the message that brings
 * one is an attack or a mistake. A DOCTYPE that only names an external DTD is blanked out, so that the parser loads nothing and
 * takes no undeclared entity for one that the DTD might declare (it would silently drop those from attributes). Rows and columns
 * stay what they were. Works for every charset that contains ASCII and for UTF-16.
 */
final class XmlProlog {
    /** How much may stand before the root element, in bytes. */
    static final int LONGEST = 16_384;

    private final byte[] head;
    private int at;

    private XmlProlog(byte[] head) {
        this.head = head;
    }

    /**
     * Blanks the DOCTYPE out, in place.
     *
     * @throws DocumentException when the DOCTYPE has an internal subset, or no root element begins within the head
     */
    static void withoutDoctype(byte[] head) throws DocumentException {
        new XmlProlog(head).scan();
    }

    private void scan() throws DocumentException {
        while (skipTo('<')) {
            int start = at - 1;
            int c = next();
            if (c == '?') {
                skipPast("?>");
            } else if (c == '!' && peek("--")) {
                skipPast("-->");
            } else if (c == '!' && peek("DOCTYPE")) {
                doctype();
                blank(start, at);
            } else {
                return; // the root element, or something the parser will refuse
            }
        }
        if (head.length == LONGEST) {
            throw new DocumentException(new Problem(
                    "MALFORMED_XML", "prolog", "No root element in the first 16 kB; leave out what stands before it"));
        }
    }

    private void doctype() throws DocumentException {
        int quote = 0;
        for (int c = next(); c >= 0; c = next()) {
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '[') {
                throw new DocumentException(new Problem(
                        "ENTITY_NOT_ALLOWED",
                        "DOCTYPE",
                        "The DOCTYPE declares entities or markup of its own; leave out everything from [ to ]"));
            } else if (c == '>') {
                return;
            }
        }
    }

    private void blank(int from, int to) {
        for (int i = from; i < to; i++) {
            if (head[i] != 0 && head[i] != '\n' && head[i] != '\r') {
                head[i] = ' ';
            }
        }
    }

    /** The next byte that is not zero (UTF-16 has zeros between ASCII), or -1 at the end. */
    private int next() {
        while (at < head.length) {
            int c = head[at++] & 0xFF;
            if (c != 0) {
                return c;
            }
        }
        return -1;
    }

    private boolean skipTo(char wanted) {
        for (int c = next(); c >= 0; c = next()) {
            if (c == wanted) {
                return true;
            }
        }
        return false;
    }

    private boolean peek(String ahead) {
        int mark = at;
        for (int i = 0; i < ahead.length(); i++) {
            if (next() != ahead.charAt(i)) {
                at = mark;
                return false;
            }
        }
        return true;
    }

    private void skipPast(String end) {
        do {
            if (peek(end)) {
                return;
            }
        } while (next() >= 0);
    }
}
