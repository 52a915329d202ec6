package org.koppel.codec.table;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.koppel.codec.DocumentException;
import org.koppel.codec.Problem;
import org.koppel.codec.XmlCursor;
import org.koppel.codec.XmlStreams;

/** What the sheets of an XLSX file have in common: their names, the shared texts, and which styles show a number as a day. */
final class XlsxBook {
    private static final int LONGEST_TEXT = 32_767;
    private static final int MOST_TEXT = 20_000_000;
    private static final int MOST_TEXTS = 1_000_000;
    private static final int LAST_SERIAL = 2_958_465; // 9999-12-31
    private static final int NO_LEAP_DAY = 60; // Excel believes in 1900-02-29
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final LocalDate DAY_ZERO_1904 = LocalDate.of(1904, 1, 1);
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");
    /** What of a format's code shows no date: quoted and escaped characters, colours and conditions. */
    private static final Pattern WORDS = Pattern.compile("\"[^\"]*\"|\\\\.|\\[[^\\]]*]|_.|\\*.");

    private record Sheet(String name, String relation, boolean hidden) {}

    private final List<Sheet> sheets = new ArrayList<>();
    private final Map<String, String> targets = new HashMap<>();
    private final List<String> texts = new ArrayList<>();
    private final Set<Integer> dayFormats = new HashSet<>();
    private final List<Integer> styles = new ArrayList<>();
    private boolean since1904;
    private long size;

    private XlsxBook() {}

    /** @throws IOException when it is no such file */
    static XlsxBook read(XlsxParts parts) throws DocumentException, IOException {
        XlsxBook book = new XlsxBook();
        walk(parts.content("xl/workbook.xml"), book::workbook);
        walk(parts.content("xl/_rels/workbook.xml.rels"), book::relation);
        walk(parts.content("xl/sharedStrings.xml"), book::text);
        walk(parts.content("xl/styles.xml"), book::style);
        if (book.sheets.isEmpty()) {
            throw new IOException("it has no workbook");
        }
        return book;
    }

    private void workbook(XmlCursor xml) throws DocumentException, IOException {
        if (xml.name().equals("workbookPr")) {
            String said = xml.attribute("date1904");
            since1904 = "1".equals(said) || "true".equals(said);
        } else if (xml.name().equals("sheets")) {
            int depth = xml.depth();
            while (xml.nextChild(depth)) {
                String state = xml.attribute("state");
                boolean hidden = state != null && !state.equals("visible");
                sheets.add(new Sheet(String.valueOf(xml.attribute("name")), relationOf(xml), hidden));
            }
        }
    }

    private static String relationOf(XmlCursor xml) {
        String usual = xml.attribute("http://schemas.openxmlformats.org/officeDocument/2006/relationships", "id");
        return usual == null ? xml.attribute("http://purl.oclc.org/ooxml/officeDocument/relationships", "id") : usual;
    }

    private void relation(XmlCursor xml) {
        String target = xml.attribute("Target");
        if (target != null && xml.attribute("Id") != null) {
            targets.put(xml.attribute("Id"), target.startsWith("/") ? target.substring(1) : "xl/" + target);
        }
    }

    private void text(XmlCursor xml) throws DocumentException, IOException {
        String text = xml.deepText(LONGEST_TEXT);
        size += text == null ? 0 : text.length();
        if (size > MOST_TEXT || texts.size() >= MOST_TEXTS) {
            throw new XlsxParts.TooLargeException("The file has more text than is taken.");
        }
        texts.add(text == null ? "" : unescaped(text));
    }

    private void style(XmlCursor xml) throws DocumentException, IOException {
        boolean formats = xml.name().equals("numFmts");
        if (!formats && !xml.name().equals("cellXfs")) {
            return;
        }
        int depth = xml.depth();
        while (xml.nextChild(depth)) {
            int id = number(xml.attribute("numFmtId"));
            if (!formats) {
                styles.add(id);
            } else if (showsDay(xml.attribute("formatCode"))) {
                dayFormats.add(id);
            }
        }
    }

    private static boolean showsDay(String code) {
        String plain = code == null ? "" : WORDS.matcher(code).replaceAll("").toLowerCase(Locale.ROOT);
        return plain.contains("d") || plain.contains("y");
    }

    private interface Child {
        void read(XmlCursor xml) throws DocumentException, IOException;
    }

    /** @param in null for a part that is missing */
    private static void walk(InputStream in, Child child) throws DocumentException, IOException {
        if (in == null) {
            return;
        }
        XmlCursor xml = XmlStreams.open(in);
        if (xml.nextChild(0)) {
            int root = xml.depth();
            while (xml.nextChild(root)) {
                child.read(xml);
            }
        }
    }

    private static int number(String said) {
        return said != null && said.matches("\\d{1,6}") ? Integer.parseInt(said) : -1;
    }

    /**
     * The part that holds a sheet.
     *
     * @param wanted its name, or its number from 1; empty for the first that is not hidden
     * @throws DocumentException when there is no such sheet
     */
    String sheet(String wanted) throws DocumentException {
        Sheet found = sheets.stream()
                .filter(s -> wanted.isBlank() ? !s.hidden() : wanted.strip().equalsIgnoreCase(s.name()))
                .findFirst()
                .orElse(null);
        if (found == null && wanted.matches("[1-9]\\d?") && Integer.parseInt(wanted) <= sheets.size()) {
            found = sheets.get(Integer.parseInt(wanted) - 1);
        }
        if (found == null) {
            throw new DocumentException(new Problem(
                    "MISSING_SHEET",
                    "file",
                    wanted.isBlank()
                            ? "Every sheet is hidden; show the one with the rows"
                            : "There is no sheet " + wanted + ", which was agreed; call it so"));
        }
        return targets.getOrDefault(found.relation(), "");
    }

    /** A shared text by its number; null for what is none. */
    String text(String index) {
        int at = number(index);
        return at < 0 || at >= texts.size() ? null : texts.get(at);
    }

    /** Whether a number in this style is shown as a day. */
    boolean isDay(String style) {
        int at = number(style);
        if (at < 0 || at >= styles.size()) {
            return false;
        }
        int format = styles.get(at);
        return format >= 14 && format <= 17 || format == 22 || dayFormats.contains(format);
    }

    /** Its time is left away; a number that is no day stays one. */
    Cell day(BigDecimal serial) {
        BigDecimal whole = serial.setScale(0, RoundingMode.FLOOR);
        if (whole.signum() < 0 || whole.compareTo(BigDecimal.valueOf(LAST_SERIAL)) > 0) {
            return Cell.number(serial);
        }
        int days = whole.intValue();
        LocalDate zero = since1904 ? DAY_ZERO_1904 : days < NO_LEAP_DAY ? DAY_ZERO.plusDays(1) : DAY_ZERO;
        return Cell.date(zero.plusDays(days));
    }

    /** {@code _x000D_} and its like are characters that XML cannot hold (ECMA-376 part 1, 22.4.2.4). */
    static String unescaped(String text) {
        return text == null || !text.contains("_x")
                ? text
                : ESCAPED.matcher(text).replaceAll(m -> Matcher.quoteReplacement(character(m)));
    }

    /** Halves of characters stay as they are written. */
    private static String character(MatchResult escaped) {
        char c = (char) Integer.parseInt(escaped.group(1), 16);
        return Character.isSurrogate(c) ? escaped.group() : String.valueOf(c);
    }
}
