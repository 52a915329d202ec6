package org.koppel.codec.table;

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
 * What {@link XlsxFormat} wrote, read again: the sheet's name, its columns, and in each row a text, a {@link BigDecimal}, a {@link LocalDate}
 * or, for an empty cell, null. Nothing else is understood.
 */
record XlsxSheet(String name, List<String> columns, List<List<Object>> rows) {
    private static final int TEXT_LENGTH = 32_767;
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

    static XlsxSheet read(byte[] file) throws DocumentException, IOException {
        XlsxParts parts = new XlsxParts(file);
        List<String> texts = new ArrayList<>();
        XmlCursor strings = root(parts, "xl/sharedStrings.xml");
        while (strings.nextChild(1)) {
            int entry = strings.depth();
            while (strings.nextChild(entry)) {
                texts.add(strings.text(TEXT_LENGTH));
            }
        }
        List<List<Object>> rows = new ArrayList<>();
        XmlCursor sheet = root(parts, "xl/worksheets/sheet1.xml");
        while (sheet.nextChild(1)) {
            boolean data = sheet.name().equals("sheetData");
            while (data && sheet.nextChild(2)) {
                rows.add(row(sheet, texts));
            }
        }
        List<String> columns = rows.remove(0).stream().map(String::valueOf).toList();
        return new XlsxSheet(name(root(parts, "xl/workbook.xml")), columns, rows);
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
