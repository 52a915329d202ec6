package org.koppel.web.console;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Breaks XML that came in one line into indented lines, tag by tag, without parsing it: broken XML is shown as well as it
 * goes, and nothing in it (entities, external references) is ever followed.
 */
final class XmlIndent {
    private static final Pattern BETWEEN_TAGS = Pattern.compile(">\\s*<");
    private static final int FEW_LINES = 5;

    private XmlIndent() {}

    /** The text itself when it is no XML or has line breaks of its own. */
    static String of(String text) {
        if (!text.stripLeading().startsWith("<")
                || text.lines().limit(FEW_LINES + 1L).count() > FEW_LINES) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        int depth = 0;
        int start = 0;
        Matcher gap = BETWEEN_TAGS.matcher(text);
        boolean more = true;
        while (more) {
            more = gap.find();
            String piece = text.substring(start, more ? gap.start() + 1 : text.length());
            start = more ? gap.end() - 1 : text.length();
            if (piece.startsWith("</")) {
                depth = Math.max(0, depth - 1);
            }
            out.append("  ".repeat(depth)).append(piece.strip()).append('\n');
            if (opens(piece)) {
                depth++;
            }
        }
        return out.toString();
    }

    /** Whether the piece leaves an element open: no closing tag, no comment, no declaration, not empty. */
    private static boolean opens(String piece) {
        return piece.startsWith("<")
                && !piece.startsWith("</")
                && !piece.startsWith("<!")
                && !piece.startsWith("<?")
                && !piece.endsWith("/>")
                && !piece.contains("</");
    }
}
