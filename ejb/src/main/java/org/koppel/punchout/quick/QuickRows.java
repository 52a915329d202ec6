package org.koppel.punchout.quick;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rows of a list that was pasted from a spreadsheet or uploaded as CSV or XLSX. Columns are found by their names in the first
 * row, in any of the shop's languages; without names the first is the article's number and the second the quantity. Rows
 * without either are skipped; one with a quantity alone has an empty number.
 */
public final class QuickRows {
    /** Rows of one list; more is no order but a catalogue. */
    public static final int MAX_ROWS = 2000;

    /** Bytes of one list. */
    public static final int MAX_BYTES = 2 * 1024 * 1024;

    private static final Charset WINDOWS =
            Charset.forName("windows-1252"); // what spreadsheets write where it is not UTF-8

    /** Blanks tell the sign from a part of the number: {@code 3x1.5} and {@code RJ45 X5} are numbers. */
    private static final Pattern TIMES =
            Pattern.compile("(\\S.*?)(?: +|(?<=^[0-9.,]{1,20}))[x×*] +(\\S.*)", Pattern.CASE_INSENSITIVE);

    private static final Pattern COUNT = Pattern.compile("[0-9]+([.,][0-9]+)?");

    private final Function<String, Optional<BigDecimal>> quantities;

    /** @param quantities reads a quantity as the buyer's language writes it; empty when it means no single number */
    public QuickRows(Function<String, Optional<BigDecimal>> quantities) {
        this.quantities = quantities;
    }

    /** @throws QuickRowsException when no row has a number, or there are too many */
    public List<QuickRow> text(String text) throws QuickRowsException {
        if (text.length() > MAX_BYTES) {
            throw new QuickRowsException(QuickRowsException.Reason.TOO_LARGE);
        }
        return rows(DelimitedText.cells(text));
    }

    /**
     * A CSV in UTF-8, UTF-16 with a mark or Windows-1252, or the first sheet of an XLSX; which one is seen from the content, never from a
     * name. The stream is not closed, and not read further than {@link #MAX_BYTES}.
     *
     * @throws QuickRowsException when it is too large or neither
     * @throws IOException when the stream fails
     */
    public List<QuickRow> file(InputStream in) throws QuickRowsException, IOException {
        byte[] content = in.readNBytes(MAX_BYTES + 1);
        if (content.length > MAX_BYTES) {
            throw new QuickRowsException(QuickRowsException.Reason.TOO_LARGE);
        }
        boolean zip = content.length > 3 && content[0] == 'P' && content[1] == 'K';
        return zip ? rows(Spreadsheet.cells(content)) : text(decoded(content));
    }

    private List<QuickRow> rows(List<List<String>> table) throws QuickRowsException {
        Columns columns = table.isEmpty() ? Columns.UNNAMED : Columns.of(table.get(0));
        int first = columns.named() ? 1 : 0;
        if (table.size() - first > MAX_ROWS) {
            throw new QuickRowsException(QuickRowsException.Reason.TOO_MANY_ROWS);
        }
        List<QuickRow> rows = new ArrayList<>();
        for (int i = first; i < table.size(); i++) {
            String number = cell(table.get(i), columns.number());
            String quantity = cell(table.get(i), columns.quantity());
            if (!number.isEmpty() || !quantity.isEmpty()) {
                rows.add(row(i + 1, number, quantity));
            }
        }
        if (rows.stream().allMatch(r -> r.number().isEmpty())) {
            throw new QuickRowsException(QuickRowsException.Reason.EMPTY);
        }
        return rows;
    }

    /** People write {@code 5 x 12345} and {@code 12345 x 5}; of two plain numbers the shorter is the quantity. */
    private QuickRow row(int line, String number, String typed) {
        Matcher times = TIMES.matcher(number);
        if (!typed.isEmpty() || !times.matches()) {
            return new QuickRow(line, number, typed, quantities.apply(typed).orElse(null));
        }
        String first = times.group(1);
        String second = times.group(2);
        boolean countIsLast = COUNT.matcher(second).matches()
                && first.indexOf(' ') < 0 // YMVK 3 x 10 is a number
                && (!COUNT.matcher(first).matches() || second.length() < first.length());
        String count = countIsLast ? second : first;
        return quantities
                .apply(count)
                .filter(q -> COUNT.matcher(count).matches())
                .map(q -> new QuickRow(line, countIsLast ? first : second, count, q))
                .orElseGet(() -> new QuickRow(line, number, typed, null));
    }

    private static String cell(List<String> row, int column) {
        String cell = column < row.size() ? row.get(column).replace('\0', ' ').strip() : "";
        return cell.length() > 80 ? cell.substring(0, 80).strip() : cell; // longer than any number; it will be unknown
    }

    private static String decoded(byte[] content) throws QuickRowsException {
        if (starts(content, 0xFF, 0xFE) || starts(content, 0xFE, 0xFF)) {
            return new String(content, StandardCharsets.UTF_16);
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            text = new String(content, WINDOWS);
        }
        if (text.indexOf('\0') >= 0) {
            throw new QuickRowsException(QuickRowsException.Reason.UNREADABLE); // a picture, a program, an old XLS
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static boolean starts(byte[] content, int first, int second) {
        return content.length > 1 && (content[0] & 0xFF) == first && (content[1] & 0xFF) == second;
    }
}
