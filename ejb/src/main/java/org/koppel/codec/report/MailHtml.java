package org.koppel.codec.report;

/** The frame around what JasperReports writes, and the mending that makes it proper HTML for mail clients. */
final class MailHtml {
    static final String FOOT = "</td></tr></table>\n</body>\n</html>\n";

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
                <table role="none" width="100%%" cellpadding="0" cellspacing="0" border="0"><tr><td align="center" style="padding:24px">
                """.formatted(language, title);
    }

    /**
     * Takes out the style element, which HTML does not allow in a table, and fixes the columns, so that a long word wraps and
     * does not push the others aside.
     */
    static String tidy(StringBuilder html) {
        int start = html.indexOf("<style");
        int end = html.indexOf("</style>", Math.max(start, 0));
        if (start >= 0 && end > start) {
            html.delete(start, end + "</style>".length());
        }
        return html.toString().replace("empty-cells: show;", "table-layout: fixed; overflow-wrap: break-word;");
    }
}
