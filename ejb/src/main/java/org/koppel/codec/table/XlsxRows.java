package org.koppel.codec.table;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.Problem;
import org.koppel.codec.XmlCursor;
import org.koppel.codec.XmlStreams;

/**
 * The rows of one sheet of an XLSX file (ECMA-376, SpreadsheetML), one at a time: the first sheet that is not hidden, or that of the
 * option {@code xlsx.sheet} (a name, or a number from 1). Of formulas their last result is taken. Memory holds
 * its shared texts, which are bounded; see {@link XlsxParts}.
 */
final class XlsxRows implements RowSource {
    /** Excel's own limit for a cell. */
    private static final int LONGEST_TEXT = 32_767;

    private final XlsxParts parts;
    private final XmlCursor sheet;
    private final int data;
    private final XlsxBook book;
    private long last;

    private XlsxRows(XlsxParts parts, XmlCursor sheet, XlsxBook book) {
        this.parts = parts;
        this.sheet = sheet;
        this.data = sheet.depth();
        this.book = book;
    }

    static XlsxRows open(InputStream in, FormatSettings settings) throws DocumentException, IOException {
        XlsxParts parts = XlsxParts.spooled(in);
        boolean opened = false;
        try {
            XlsxBook book = guarded(() -> {
                parts.open();
                return XlsxBook.read(parts);
            });
            String part = book.sheet(settings.option("xlsx.sheet", ""));
            XlsxRows rows = guarded(() -> open(parts, part, book));
            opened = true;
            return rows;
        } finally {
            if (!opened) {
                parts.close();
            }
        }
    }

    private static XlsxRows open(XlsxParts parts, String name, XlsxBook book) throws DocumentException, IOException {
        InputStream part = parts.content(name);
        XmlCursor xml = part == null ? null : XmlStreams.open(part);
        if (xml != null && xml.nextChild(0)) {
            int root = xml.depth();
            while (xml.nextChild(root)) {
                if (xml.name().equals("sheetData")) {
                    return new XlsxRows(parts, xml, book);
                }
            }
        }
        throw new IOException("the sheet is missing");
    }

    @Override
    public Row next() throws DocumentException, IOException {
        return guarded(this::row);
    }

    private Row row() throws DocumentException, IOException {
        if (!sheet.nextChild(data)) {
            return null;
        }
        last = position(sheet.attribute("r"), last + 1);
        List<Cell> cells = new ArrayList<>();
        int depth = sheet.depth();
        while (sheet.nextChild(depth)) {
            int column = column(sheet.attribute("r"), cells.size());
            Cell cell = cell();
            if (column < MOST_COLUMNS) {
                while (cells.size() <= column) {
                    cells.add(Cell.EMPTY);
                }
                cells.set(column, cell);
            }
        }
        return new Row(last, cells);
    }

    @Override
    public void close() throws IOException {
        parts.close();
    }

    private static long position(String said, long otherwise) {
        return said != null && said.matches("\\d{1,9}") ? Long.parseLong(said) : otherwise;
    }

    /** From 0: {@code AB7} is 27. */
    private static int column(String reference, int otherwise) {
        if (reference == null || !reference.matches("[A-Z]{1,3}\\d*")) {
            return otherwise;
        }
        int column = 0;
        for (int i = 0; i < reference.length() && Character.isLetter(reference.charAt(i)); i++) {
            column = column * 26 + reference.charAt(i) - 'A' + 1;
        }
        return column - 1;
    }

    private Cell cell() throws DocumentException, IOException {
        String type = sheet.attribute("t");
        String style = sheet.attribute("s");
        String value = null;
        String inline = null;
        int depth = sheet.depth();
        while (sheet.nextChild(depth)) {
            switch (sheet.name()) {
                case "v" -> value = sheet.text(LONGEST_TEXT);
                case "is" -> inline = sheet.deepText(LONGEST_TEXT);
                default -> {} // formulas, extensions
            }
        }
        return switch (type == null ? "n" : type) {
            case "s" -> Cell.text(book.text(value));
            case "inlineStr" -> Cell.text(XlsxBook.unescaped(inline));
            case "str" -> Cell.text(XlsxBook.unescaped(value));
            case "b" -> Cell.text("1".equals(value) ? "TRUE" : "FALSE");
            case "e" -> Cell.error(value);
            case "d" -> isoDay(value);
            default -> number(value, style);
        };
    }

    private static Cell isoDay(String value) {
        try {
            return value == null || value.length() < 10
                    ? Cell.text(value)
                    : Cell.date(LocalDate.parse(value.substring(0, 10)));
        } catch (DateTimeException e) {
            return Cell.text(value);
        }
    }

    private Cell number(String value, String style) {
        if (value == null || !value.matches("[+-]?\\d{1,30}(\\.\\d{0,30})?([eE][+-]?\\d{1,2})?")) {
            return Cell.text(value);
        }
        BigDecimal number = new BigDecimal(value);
        return book.isDay(style) ? book.day(number) : Cell.number(number);
    }

    /** What touches the file's inside. */
    private interface Step<T> {
        T take() throws DocumentException, IOException;
    }

    private static <T> T guarded(Step<T> step) throws DocumentException {
        try {
            return step.take();
        } catch (XlsxParts.TooLargeException e) {
            throw new DocumentException(
                    new Problem("FILE_TOO_LARGE", "file", e.getMessage() + " Split it, or send it as CSV."), e);
        } catch (IOException e) { // the bytes are here: whatever is wrong is the file's
            throw malformed(e, String.valueOf(e.getMessage()));
        } catch (DocumentException e) {
            throw malformed(e, "its XML is damaged");
        }
    }

    private static DocumentException malformed(Exception cause, String why) {
        return new DocumentException(
                new Problem(
                        "MALFORMED_XLSX",
                        "file",
                        "This cannot be read as XLSX (" + why + "); save it again as .xlsx without a password"),
                cause);
    }
}
