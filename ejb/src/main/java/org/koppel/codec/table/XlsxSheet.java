package org.koppel.codec.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.koppel.codec.DocumentException;
import org.koppel.codec.XmlCursor;
import org.koppel.codec.XmlStreams;

/**
 * What {@link XlsxFormat} wrote, read again: the sheet's name, its columns, and row by row a text, a {@link BigDecimal}, a {@link LocalDate}
 * or, for an empty cell, null. Nothing else is understood.
 */
final class XlsxSheet implements AutoCloseable {
    private static final int TEXT_LENGTH = 32_767;
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

    private final XlsxParts parts;
    private final List<String> texts = new ArrayList<>();
    private final String name;
    private final XmlCursor sheet;
    private final List<String> columns;

    private XlsxSheet(XlsxParts parts) throws DocumentException, IOException {
        this.parts = parts;
        parts.open();
        name = name(root(parts, "xl/workbook.xml"));
        XmlCursor strings = root(parts, "xl/sharedStrings.xml");
        while (strings.nextChild(1)) {
            int entry = strings.depth();
            while (strings.nextChild(entry)) {
                texts.add(strings.text(TEXT_LENGTH));
            }
        }
        sheet = root(parts, "xl/worksheets/sheet1.xml");
        while (sheet.nextChild(1) && !sheet.name().equals("sheetData")) {
            continue; // views and widths
        }
        List<Object> names = next();
        if (names == null) {
            throw new IOException("There is no row");
        }
        columns = names.stream().map(String::valueOf).toList();
    }

    static XlsxSheet open(byte[] file) throws DocumentException, IOException {
        XlsxParts parts = XlsxParts.spooled(new ByteArrayInputStream(file));
        boolean opened = false;
        try {
            XlsxSheet sheet = new XlsxSheet(parts);
            opened = true;
            return sheet;
        } finally {
            if (!opened) {
                parts.close();
            }
        }
    }

    String name() {
        return name;
    }

    List<String> columns() {
        return columns;
    }

    /** The next row under the columns' names; null at the end. */
    List<Object> next() throws DocumentException, IOException {
        return sheet.nextChild(2) ? row(sheet, texts) : null;
    }

    @Override
    public void close() throws IOException {
        parts.close();
    }

    /** In the root element. @throws IOException when the part is missing */
    private static XmlCursor root(XlsxParts parts, String part) throws DocumentException, IOException {
        InputStream content = parts.content(part);
        if (content == null) {
            throw new IOException("There is no " + part);
        }
        XmlCursor xml = XmlStreams.open(content);
        xml.nextChild(0);
        return xml;
    }

    private static String name(XmlCursor workbook) throws DocumentException, IOException {
        while (workbook.nextChild(1)) {
            if (workbook.name().equals("sheets") && workbook.nextChild(workbook.depth())) {
                return workbook.attribute("name");
            }
        }
        throw new IOException("There is no sheet");
    }

    private static List<Object> row(XmlCursor sheet, List<String> texts) throws DocumentException, IOException {
        List<Object> row = new ArrayList<>();
        int here = sheet.depth();
        while (sheet.nextChild(here)) {
            int column = column(sheet.attribute("r"));
            while (row.size() < column) {
                row.add(null);
            }
            row.add(value(sheet, texts));
        }
        return row;
    }

    /** From 0: {@code AB7} is 27. */
    private static int column(String reference) {
        int column = 0;
        for (int i = 0; Character.isLetter(reference.charAt(i)); i++) {
            column = column * 26 + reference.charAt(i) - 'A' + 1;
        }
        return column - 1;
    }

    /** A number with a style is a day: nothing else of ours has one. */
    private static Object value(XmlCursor sheet, List<String> texts) throws DocumentException, IOException {
        boolean shared = "s".equals(sheet.attribute("t"));
        String style = sheet.attribute("s");
        int here = sheet.depth();
        Object value = null;
        while (sheet.nextChild(here)) {
            String text = sheet.text(TEXT_LENGTH);
            if (shared) {
                value = texts.get(Integer.parseInt(text));
            } else if (style == null || style.equals("0")) {
                value = new BigDecimal(text);
            } else {
                value = DAY_ZERO.plusDays(new BigDecimal(text).longValueExact());
            }
        }
        return value;
    }
}
