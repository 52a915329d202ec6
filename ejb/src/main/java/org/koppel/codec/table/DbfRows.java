package org.koppel.codec.table;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.Problem;

/**
 * The records of a dBase III file (also IV without memos, FoxPro without binary fields), one at a time; the names of its fields come
 * first, as row 0. The charset is that of the option {@code dbf.charset}, else the one that the header's language byte names, else
 * windows-1252. Deleted records are left out. Read here and not by the library that writes, because that one believes every length in
 * the header.
 */
final class DbfRows implements RowSource {
    private static final int HEAD = 32;
    private static final int NAME = 11;
    private static final int END_OF_FIELDS = 0x0D;
    private static final int DELETED = '*';
    private static final int KEPT = ' ';
    private static final int LANGUAGE = 29;
    /** Language bytes of dBase by code page. */
    private static final Map<Integer, String> PAGES = Map.of(1, "IBM437", 2, "IBM850", 0x57, "windows-1252");

    private record Field(String name, char type, int length) {}

    private final InputStream in;
    private final Charset charset;
    private final List<Field> fields;
    private Row header;
    private long number;

    private DbfRows(InputStream in, Charset charset, List<Field> fields) {
        this.in = in;
        this.charset = charset;
        this.fields = fields;
        this.header = new Row(0, fields.stream().map(f -> Cell.text(f.name())).toList());
    }

    static DbfRows open(InputStream in, FormatSettings settings) throws DocumentException, IOException {
        byte[] head = in.readNBytes(HEAD);
        if (!begins(head)) {
            throw malformed("header", "This is no dBase file");
        }
        ByteBuffer numbers = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
        int headerLength = numbers.getShort(8) & 0xFFFF;
        int recordLength = numbers.getShort(10) & 0xFFFF;
        List<Field> fields = fields(in.readNBytes(Math.max(0, headerLength - HEAD)));
        int sum = 1 + fields.stream().mapToInt(Field::length).sum();
        if (fields.isEmpty() || sum != recordLength) {
            throw malformed("header", "Its fields have " + sum + " bytes and its records " + recordLength);
        }
        String page = PAGES.getOrDefault(head[LANGUAGE] & 0xFF, "windows-1252");
        return new DbfRows(in, Options.charset(settings, "dbf.charset", Charset.forName(page)), fields);
    }

    /** Whether these are the first bytes of such a file: its version, then a day. */
    static boolean begins(byte[] head) {
        if (head.length < HEAD) {
            return false;
        }
        int version = head[0] & 0xFF;
        boolean day = head[2] >= 1 && head[2] <= 12 && head[3] >= 1 && head[3] <= 31;
        return day && (version == 0x03 || version == 0x83 || version == 0x8B);
    }

    private static List<Field> fields(byte[] described) throws DocumentException {
        List<Field> fields = new ArrayList<>();
        for (int at = 0; at + HEAD <= described.length && described[at] != END_OF_FIELDS; at += HEAD) {
            String name = new String(described, at, NAME, StandardCharsets.ISO_8859_1);
            int end = name.indexOf('\0');
            char type = (char) described[at + NAME];
            if ("CNFDL".indexOf(type) < 0) {
                throw malformed(
                        "header",
                        "The field " + (fields.size() + 1)
                                + " is of a type other than character, number, date and logical");
            }
            fields.add(new Field((end < 0 ? name : name.substring(0, end)).strip(), type, described[at + 16] & 0xFF));
        }
        return fields;
    }

    @Override
    public Row next() throws DocumentException, IOException {
        if (header != null) {
            Row names = header;
            header = null;
            return names;
        }
        int mark = in.read();
        while (mark == DELETED) {
            record();
            mark = in.read();
        }
        if (mark != KEPT) { // 0x1A, or nothing more
            return null;
        }
        List<Cell> cells = cells(record());
        return new Row(number, cells);
    }

    private byte[] record() throws DocumentException, IOException {
        number++;
        int length = fields.stream().mapToInt(Field::length).sum();
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw malformed("row " + number, "The file ends inside of a record");
        }
        return bytes;
    }

    private List<Cell> cells(byte[] record) throws DocumentException {
        List<Cell> cells = new ArrayList<>();
        int at = 0;
        for (Field field : fields) {
            cells.add(cell(field, text(ByteBuffer.wrap(record, at, field.length()))));
            at += field.length();
        }
        return cells;
    }

    private String text(ByteBuffer bytes) throws DocumentException {
        try {
            CharBuffer text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(bytes);
            return text.toString().strip();
        } catch (CharacterCodingException e) {
            throw new DocumentException(
                    new Problem(
                            "WRONG_CHARSET",
                            "row " + number,
                            "The record is not in " + charset.name()
                                    + "; write it so, or agree on another charset for this channel"),
                    e);
        }
    }

    /** What is no number or day stays text, so that its reader can say so with the field's name. */
    private static Cell cell(Field field, String text) {
        boolean numeric = field.type() == 'N' || field.type() == 'F';
        if (numeric && text.matches("-?\\d{1,20}(\\.\\d{1,15})?")) {
            return Cell.number(new BigDecimal(text));
        }
        if (field.type() == 'D' && text.matches("\\d{8}")) {
            try {
                return Cell.date(LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE));
            } catch (DateTimeException e) {
                return Cell.text(text);
            }
        }
        return Cell.text(text);
    }

    private static DocumentException malformed(String place, String what) {
        return new DocumentException(
                new Problem("MALFORMED_DBF", place, what + "; write it anew as dBase III without memo fields"));
    }
}
