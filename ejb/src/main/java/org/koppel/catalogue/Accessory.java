package org.koppel.catalogue;

import java.util.List;

/**
 * An article that is bought together with another, as it is typed, stands in a list, or is kept: two numbers, and the place among the
 * article's accessories, smallest first (empty: the first).
 */
public record Accessory(String article, String accessory, String position) {
    /** A list to begin with. */
    public static final String SAMPLE = "\uFEFFarticle;accessory;position\r\n199003;199001;1\r\n199003;199002;2\r\n";

    /** What became of one that was to be kept. */
    public enum Outcome {
        ADDED,
        /** It has another place now. */
        CHANGED,
        /** It was there already. */
        KNOWN,
        /** No article has the first number. */
        ARTICLE,
        /** No article has the second. */
        ACCESSORY,
        /** An article with itself. */
        SAME,
        /** No whole number up to 9999. */
        POSITION;

        public boolean isRefused() {
            return ordinal() > KNOWN.ordinal();
        }
    }

    /** A line of a list, counted from 1, as it was read and what became of it. */
    public record Line(int number, Accessory said, Outcome outcome) {}

    /** @throws CsvRows.UnreadableException when it is empty, too large, or no text */
    public static List<Accessory> read(byte[] content) throws CsvRows.UnreadableException {
        return CsvRows.read(content, Accessory::isHead).stream()
                .map(row -> new Accessory(row.cell(0), row.cell(1), row.cell(2)))
                .toList();
    }

    /** Names of columns have no digits; numbers of articles mostly do. */
    private static boolean isHead(CsvRows.Row row) {
        return row.cells().stream().noneMatch(c -> c.matches(".*[0-9].*"));
    }
}
