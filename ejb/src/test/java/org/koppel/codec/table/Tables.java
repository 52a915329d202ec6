package org.koppel.codec.table;

import com.linuxense.javadbf.DBFDataType;
import com.linuxense.javadbf.DBFField;
import com.linuxense.javadbf.DBFWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The same rows in other formats, written by the libraries and by hand. */
final class Tables {
    private static final int LONGEST = 254;

    /** Names and contents of the parts that say which sheets there are. */
    static final String[][] WORKBOOK = {
        {
            "xl/workbook.xml",
            "<workbook xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'"
                    + " xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'>"
                    + "<sheets><sheet name='Verborgen' sheetId='2' state='hidden' r:id='r2'/>"
                    + "<sheet name='Orders' sheetId='1' r:id='r1'/></sheets></workbook>"
        },
        {
            "xl/_rels/workbook.xml.rels",
            "<Relationships><Relationship Id='r1' Target='worksheets/sheet1.xml'/>"
                    + "<Relationship Id='r2' Target='/xl/worksheets/sheet2.xml'/></Relationships>"
        }
    };

    private Tables() {}

    /** All cells as text, empty rows where they are. */
    static byte[] xlsx(byte[] csv, char delimiter) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Test", "1.0")) {
            Worksheet sheet = book.newWorksheet("Bestellingen");
            int row = 0;
            for (CSVRecord record : records(csv, delimiter)) {
                for (int i = 0; i < record.size(); i++) {
                    if (!record.get(i).isEmpty()) {
                        sheet.value(row, i, record.get(i));
                    }
                }
                row++;
            }
        }
        return out.toByteArray();
    }

    /** All fields as text, under the names that the first row has. */
    static byte[] dbf(byte[] csv, char delimiter) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<CSVRecord> records = records(csv, delimiter);
        try (DBFWriter dbf = new DBFWriter(out, Charset.forName("windows-1252"))) {
            DBFField[] fields = new DBFField[records.get(0).size()];
            for (int i = 0; i < fields.length; i++) {
                fields[i] = new DBFField(records.get(0).get(i), DBFDataType.CHARACTER);
                fields[i].setLength(LONGEST);
            }
            dbf.setFields(fields);
            for (CSVRecord record : records.subList(1, records.size())) {
                dbf.addRecord(record.toList().toArray());
            }
        }
        return out.toByteArray();
    }

    private static List<CSVRecord> records(byte[] csv, char delimiter) throws IOException {
        try (CSVParser parser = CSVParser.parse(
                new String(csv, StandardCharsets.UTF_8),
                CSVFormat.RFC4180.builder().setDelimiter(delimiter).get())) {
            return parser.getRecords();
        }
    }

    /** An XLSX file by its parts. @param parts names and contents in turn */
    static byte[] zip(String... parts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < parts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(parts[i]));
                zip.write(parts[i + 1].getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    /** An XLSX file with one sheet of these rows. */
    static byte[] sheet(String rows, String... others) throws IOException {
        String[] parts = new String[6 + others.length];
        parts[0] = WORKBOOK[0][0];
        parts[1] = WORKBOOK[0][1];
        parts[2] = WORKBOOK[1][0];
        parts[3] = WORKBOOK[1][1];
        parts[4] = "xl/worksheets/sheet1.xml";
        parts[5] = "<worksheet><sheetData>" + rows + "</sheetData></worksheet>";
        System.arraycopy(others, 0, parts, 6, others.length);
        return zip(parts);
    }
}
