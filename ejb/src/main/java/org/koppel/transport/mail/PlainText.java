package org.koppel.transport.mail;

import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.koppel.transport.Delivery;

/** The text beside the HTML, for readers who see no HTML: its words in their order, rows as lines, cells apart by blanks. */
final class PlainText {
    private static final Pattern UNSEEN = Pattern.compile(
            "<!--.*?-->|<(head|style|script)\\b.*?</\\1\\s*>", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final Pattern LINE_END =
            Pattern.compile("<br\\b[^>]*>|</(p|div|tr|h[1-6]|li|table|ul|ol)\\s*>", Pattern.CASE_INSENSITIVE);
    private static final Pattern CELL_END = Pattern.compile("</t[dh]\\s*>", Pattern.CASE_INSENSITIVE);
    private static final Pattern TAG = Pattern.compile("<[a-zA-Z/!?][^>]*>");
    private static final Pattern BLANKS = Pattern.compile(" {2,}");
    private static final Pattern GAPS = Pattern.compile(" ?\\t[\\t ]*");
    private static final Pattern ENTITY = Pattern.compile("&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});");
    private static final Map<String, String> NAMED = Map.of(
            "amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ", "euro", "€", "ndash", "–",
            "middot", "·");

    private PlainText() {}

    static String of(String html) {
        String seen = UNSEEN.matcher(html).replaceAll(" ").replaceAll("\\s+", " ");
        String lines = LINE_END.matcher(seen).replaceAll("\n");
        String cells = CELL_END.matcher(lines).replaceAll("\t");
        String words = ENTITY.matcher(TAG.matcher(cells).replaceAll("")).replaceAll(PlainText::character);
        StringJoiner text = new StringJoiner("\r\n");
        for (String line : words.split("\n")) {
            String plain = BLANKS.matcher(line.replace('\u00A0', ' ')).replaceAll(" ");
            String apart = GAPS.matcher(plain.strip()).replaceAll("  ");
            if (!apart.isEmpty()) {
                text.add(apart);
            }
        }
        return text.toString();
    }

    /** For a delivery without HTML: what it is and what hangs on it. */
    static String listing(Delivery delivery) {
        StringJoiner text = new StringJoiner("\r\n");
        text.add(delivery.subject()).add("");
        delivery.parts().forEach(part -> text.add("- " + part.fileName()));
        return text.toString();
    }

    private static String character(MatchResult entity) {
        String name = entity.group(1);
        if (!name.startsWith("#")) {
            return Matcher.quoteReplacement(NAMED.getOrDefault(name, entity.group()));
        }
        boolean hex = Character.toLowerCase(name.charAt(1)) == 'x';
        int code = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
        return Character.isValidCodePoint(code) ? Matcher.quoteReplacement(Character.toString(code)) : entity.group();
    }
}
