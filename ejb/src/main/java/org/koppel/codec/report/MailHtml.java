package org.koppel.codec.report;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The frame around what JasperReports writes, and the mending that makes it proper HTML for mail clients. */
final class MailHtml {
    static final String FOOT = "</td></tr></table>\n</body>\n</html>\n";
    private static final Pattern STYLE_ELEMENT = Pattern.compile("<style.*?</style>\\s*", Pattern.DOTALL);
    private static final String ROW = "<tr valign=\"top\"";
    private static final Pattern TABLE_OR_ROW = Pattern.compile("<table|</table|" + ROW + " style=\"height:\\d+px\"");
    /** Tables around a row of the letter itself: the frame's and JasperReports's. */
    private static final int LETTER = 2;

    private MailHtml() {}

    /**
     * Everything up to the content. The width tells phones to fit the whole letter on the screen.
     *
     * @param title escaped
     */
    static String head(String language, String title) {
        return """
                <!DOCTYPE html>
                <html lang="%s">
                <head>
                <meta charset="UTF-8">
                <meta name="viewport" content="width=688">
                <title>%s</title>
                </head>
                <body style="margin:0;padding:0;background-color:#ffffff">
                <table role="none" width="100%%" cellpadding="0" cellspacing="0" border="0"><tr>
                <td align="center" style="padding:24px;font-size:11px">
                """.formatted(language, title);
    }

    /**
     * Takes out the style element, which HTML does not allow in a table; fixes the columns, so that a long word wraps and does
     * not push the others aside; sets a font that mail clients have; and lets rows with text be as high as that font needs
     * instead of as high as the measured one would.
     */
    static String tidy(CharSequence html) {
        String plain = STYLE_ELEMENT.matcher(html).replaceFirst("");
        return naturalHeights(plain.replace("empty-cells: show;", "table-layout: fixed; overflow-wrap: break-word;")
                .replace("font-family: 'DejaVu Sans', Arial", "font-family: Arial")
                .replace("line-height: 1.1640625;", "line-height: 1.35;"));
    }

    /** Only empty rows of the letter keep their height: they are the space between its parts. */
    private static String naturalHeights(String html) {
        StringBuilder result = new StringBuilder(html.length());
        Matcher matcher = TABLE_OR_ROW.matcher(html);
        int depth = 0;
        while (matcher.find()) {
            String found = matcher.group();
            if (found.equals("<table")) {
                depth++;
            } else if (found.equals("</table")) {
                depth--;
            } else if (depth > LETTER || hasContent(html, matcher.end())) {
                found = ROW;
            }
            matcher.appendReplacement(result, found);
        }
        return matcher.appendTail(result).toString();
    }

    /** Whether there is a text or a table before the next row starts or this one ends. */
    private static boolean hasContent(String html, int from) {
        int end = html.indexOf("</tr", from);
        int next = html.indexOf("<tr", from);
        String cells = html.substring(from, next < 0 ? end : Math.min(next, end));
        return cells.contains("<span") || cells.contains("<table");
    }
}
