package org.koppel.punchout.quick;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Cells of the first sheet of an XLSX (ECMA-376), read as a stream: shared texts, texts in place, numbers and results of formulas.
 * What unpacks to more than {@link #MAX_UNPACKED} bytes, or has more entries than any sheet of orders needs, is refused
 * before it is read to its end.
 */
final class Spreadsheet {
    private static final long MAX_UNPACKED = 20L * 1024 * 1024;
    private static final int MAX_ENTRIES = 500;
    private static final int MAX_COLUMNS = 50; // further ones are not looked at
    private static final int MAX_TEXTS = 100_000; // 2,000 rows of 50 columns
    /** Longer than any number or name of a column; what follows would be carried along for every cell that shares it. */
    private static final int MAX_TEXT = 200;

    private static final String TEXTS = "xl/sharedStrings.xml";
    private static final XMLInputFactory XML = factory();

    /** Programs number the sheets as they stand in the book. */
    private static final Comparator<ZipEntry> FIRST =
            Comparator.<ZipEntry>comparingInt(e -> e.getName().length()).thenComparing(ZipEntry::getName);

    private Spreadsheet() {}

    static List<List<String>> cells(byte[] content) throws QuickRowsException {
        try {
            Path file = Files.createTempFile("koppel-quick", ".xlsx"); // a package is read by its directory, at its end
            try {
                Files.write(file, content);
                return cells(file);
            } finally {
                Files.delete(file);
            }
        } catch (XMLStreamException | IOException e) {
            boolean bomb = e instanceof TooLargeException
                    || e instanceof XMLStreamException broken
                            && broken.getNestedException() instanceof TooLargeException;
            throw new QuickRowsException(
                    bomb ? QuickRowsException.Reason.TOO_LARGE : QuickRowsException.Reason.UNREADABLE, e);
        }
    }

    private static List<List<String>> cells(Path file) throws IOException, XMLStreamException, QuickRowsException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > MAX_ENTRIES) {
                throw new TooLargeException();
            }
            ZipEntry sheet = zip.stream()
                    .filter(e -> e.getName().matches("xl/worksheets/[A-Za-z]*[0-9]*\\.xml"))
                    .min(FIRST)
                    .orElseThrow(() -> new QuickRowsException(QuickRowsException.Reason.UNREADABLE));
            Budget budget = new Budget();
            List<String> texts = new ArrayList<>();
            ZipEntry shared = zip.getEntry(TEXTS);
            if (shared != null) {
                read(zip, shared, budget, xml -> texts(xml, texts));
            }
            List<List<String>> rows = new ArrayList<>();
            read(zip, sheet, budget, xml -> rows(xml, texts, rows));
            return rows;
        }
    }

    private static void read(ZipFile zip, ZipEntry entry, Budget budget, Part reader)
            throws IOException, XMLStreamException, QuickRowsException {
        try (InputStream in = new Limited(zip.getInputStream(entry), budget)) {
            reader.read(XML.createXMLStreamReader(in));
        }
    }

    private static void texts(XMLStreamReader xml, List<String> texts) throws XMLStreamException, QuickRowsException {
        StringBuilder text = new StringBuilder();
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("t")) {
                append(text, xml.getElementText());
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("si")) {
                if (texts.size() == MAX_TEXTS) {
                    throw new QuickRowsException(QuickRowsException.Reason.TOO_LARGE);
                }
                texts.add(text.toString());
                text.setLength(0);
            }
        }
    }

    private static void rows(XMLStreamReader xml, List<String> texts, List<List<String>> rows)
            throws XMLStreamException, QuickRowsException {
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            if (xml.getLocalName().equals("row")) {
                if (rows.size() > QuickRows.MAX_ROWS) {
                    throw new QuickRowsException(QuickRowsException.Reason.TOO_MANY_ROWS);
                }
                rows.add(new ArrayList<>());
            } else if (xml.getLocalName().equals("c") && !rows.isEmpty()) {
                cell(xml, texts, rows.get(rows.size() - 1));
            }
        }
    }

    private static void cell(XMLStreamReader xml, List<String> texts, List<String> row) throws XMLStreamException {
        int column = SheetCell.column(xml.getAttributeValue(null, "r"), row.size());
        String type = xml.getAttributeValue(null, "t");
        StringBuilder value = new StringBuilder();
        while (!(xml.next() == XMLStreamConstants.END_ELEMENT
                && xml.getLocalName().equals("c"))) {
            boolean start = xml.isStartElement();
            if (start && (xml.getLocalName().equals("v") || xml.getLocalName().equals("t"))) {
                append(value, xml.getElementText());
            }
        }
        if (column < MAX_COLUMNS) {
            while (row.size() <= column) {
                row.add("");
            }
            row.set(column, SheetCell.text(type, value.toString(), texts));
        }
    }

    private static void append(StringBuilder text, String more) {
        text.append(more, 0, Math.min(more.length(), MAX_TEXT - text.length()));
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /** Reads one part of the package. */
    private interface Part {
        void read(XMLStreamReader xml) throws XMLStreamException, QuickRowsException;
    }

    /** More was unpacked than a list can hold. */
    private static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1;
    }

    /** Counts unpacked bytes of all parts together. */
    private static final class Budget {
        private long left = MAX_UNPACKED;

        void spend(long bytes) throws TooLargeException {
            left -= bytes;
            if (left < 0) {
                throw new TooLargeException();
            }
        }
    }

    private static final class Limited extends FilterInputStream {
        private final Budget budget;

        Limited(InputStream in, Budget budget) {
            super(in);
            this.budget = budget;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            budget.spend(1);
            return one;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            int read = super.read(buffer, from, length);
            budget.spend(Math.max(0, read));
            return read;
        }
    }
}
