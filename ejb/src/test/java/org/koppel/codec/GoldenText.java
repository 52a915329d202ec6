package org.koppel.codec;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/**
 * What stands in a golden file for what a writer wrote. XML and interchanges have an element or a segment in each line and are otherwise
 * kept byte by byte, like CSV and JSON. DBF is kept field by field with its header, but for the day it was written. XLSX is kept as its
 * cells, HTML and PDF as their words.
 */
final class GoldenText {
    private static final Map<String, String> BINARY =
            Map.of("dbf", "dbf.txt", "xlsx", "xlsx.txt", "pdf", "pdf.txt", "html", "html.txt");
    /** Before an opening tag, and between two closing ones. */
    private static final Pattern BREAK = Pattern.compile("(?<=>)\\s*(?=<[^/])|(?<=</[\\w:]{1,99}>|/>)\\s*(?=<)");

    private static final Pattern TAG = Pattern.compile("<(/?)([\\w:]+)[^>]*?(/?)>");

    private GoldenText() {}

    /** The extension of the golden file. */
    static String extension(String written) {
        return BINARY.getOrDefault(written, written);
    }

    static String of(String extension, byte[] content) throws IOException {
        String text = new String(content, StandardCharsets.UTF_8);
        return switch (extension) {
            case "edi" -> text.replaceAll("(?<!\\?)'", "'\n");
            case "x12" -> text.replace("~", "~\n");
            case "xml" -> xml(text);
            case "json" -> text.endsWith("\n") ? text : text + '\n';
            case "csv" -> text;
            case "dbf" -> dbf(content);
            case "xlsx" -> xlsx(content);
            case "html" -> html(text);
            case "pdf" -> pdf(content);
            default -> throw new IllegalArgumentException("Say here how files of type " + extension + " are compared");
        };
    }

    /** An element without elements stays in one line; nothing but blanks between elements is added. */
    private static String xml(String text) {
        StringBuilder out = new StringBuilder();
        int depth = 0;
        for (String line : BREAK.matcher(text.strip()).replaceAll("\n").split("\n")) {
            int opened = depth(line);
            depth += line.startsWith("</") ? opened : 0;
            out.append(line.startsWith("<") ? "  ".repeat(depth) : "")
                    .append(line)
                    .append('\n');
            depth += line.startsWith("</") ? 0 : opened;
        }
        return out.toString();
    }

    private static int depth(String line) {
        int depth = 0;
        Matcher tags = TAG.matcher(line);
        while (tags.find()) {
            if (tags.group(3).isEmpty()) {
                depth += tags.group(1).isEmpty() ? 1 : -1;
            }
        }
        return depth;
    }

    /** dBase III, read by its description and by nothing of ours: 32 bytes of head, 32 for each field, records of a fixed length. */
    private static String dbf(byte[] content) {
        ByteBuffer head = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        int records = head.getInt(4);
        int begin = Short.toUnsignedInt(head.getShort(8));
        int length = Short.toUnsignedInt(head.getShort(10));
        Charset charset = charset(content[29]);
        StringBuilder out = new StringBuilder();
        out.append(String.format(
                "version %02x, charset %02x (%s), %d records of %d bytes from byte %d, ends with %02x%n",
                content[0], content[29], charset, records, length, begin, content[content.length - 1]));
        for (int record = 0; record < records; record++) {
            int at = begin + record * length;
            out.append(String.format("%nrecord %d \"%c\"%n", record + 1, content[at++]));
            for (int field = 32; field + 32 < begin; field += 32) {
                String name = new String(content, field, 11, StandardCharsets.US_ASCII).replaceAll("\0.*", "");
                int width = Byte.toUnsignedInt(content[field + 16]);
                String value = new String(content, at, width, charset).stripTrailing();
                out.append(String.format(
                        "%-10s %c %3d,%d%s%n",
                        name, content[field + 11], width, content[field + 17], value.isEmpty() ? "" : " |" + value));
                at += width;
            }
        }
        return out.toString();
    }

    private static Charset charset(byte language) {
        return switch (language) {
            case 1 -> Charset.forName("IBM437");
            case 2 -> Charset.forName("IBM850");
            case 3 -> Charset.forName("windows-1252");
            default -> throw new IllegalArgumentException("No charset of this program has the mark " + language);
        };
    }

    /** Texts in quotes, numbers and days (as the number that a spreadsheet has for them) without. */
    private static String xlsx(byte[] content) throws IOException {
        StringBuilder out = new StringBuilder();
        try (ReadableWorkbook book =
                new ReadableWorkbook(new ByteArrayInputStream(content), new ReadingOptions(true, true))) {
            for (Sheet sheet : book.getSheets().toList()) {
                out.append("sheet ").append(sheet.getName()).append('\n');
                List<Row> rows = sheet.read();
                for (Row row : rows) {
                    out.append('\n');
                    for (Cell cell : row) {
                        out.append(cell(cell));
                    }
                }
            }
        }
        return out.toString();
    }

    private static String cell(Cell cell) {
        if (cell == null || cell.getValue() == null) {
            return "";
        }
        Object value = cell.getValue();
        String format = cell.getDataFormatString() == null ? "" : " (" + cell.getDataFormatString() + ")";
        return cell.getAddress() + " " + (value instanceof String text ? '"' + text + '"' : value + format) + '\n';
    }

    private static String html(String page) {
        String text = page.replaceAll("(?s)<style.*?</style>", "")
                .replaceAll("<img[^>]*?alt=\"([^\"]*)\"[^>]*>", "[$1]")
                .replaceAll("</(td|th|span)>", " ")
                .replaceAll("<(br|/p|/tr|/div|/h\\d|/li|/title|/table)[^>]*>", "\n")
                .replaceAll("<[^>]+>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&nbsp;", " ")
                .replace("&amp;", "&");
        return lines(text);
    }

    private static String pdf(byte[] content) throws IOException {
        try (PDDocument document = Loader.loadPDF(content)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return lines(stripper.getText(document));
        }
    }

    private static String lines(String text) {
        return Arrays.stream(text.split("\\R"))
                .map(l -> l.replace('\u00a0', ' ')
                        .replace('\u202f', ' ')
                        .replaceAll("\\s+", " ")
                        .strip())
                .filter(l -> !l.isEmpty())
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
