package org.koppel.codec.table;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import org.koppel.codec.DocumentException;
import org.koppel.codec.Problems;
import org.koppel.document.Document;

/** Finds the characters that a charset does not hold, before anything is written. */
final class Charsets {
    private Charsets() {}

    /** @throws DocumentException naming every cell with a character that cannot be written */
    static <D extends Document, R> void requireAll(Table<D, R> table, D document, Charset charset)
            throws DocumentException {
        CharsetEncoder encoder = charset.newEncoder();
        Problems problems = new Problems();
        for (R row : table.rows().apply(document)) {
            for (Column<R> column : table.columns()) {
                if (column.kind() == Column.Kind.TEXT) {
                    String text = column.textOf(row);
                    if (text != null && !encoder.canEncode(text)) {
                        problems.add(
                                "UNMAPPABLE_CHARACTER",
                                table.place().apply(row) + ", " + column.name(),
                                problem(text, encoder, charset));
                    }
                }
            }
        }
        problems.throwIfAny();
    }

    private static String problem(String text, CharsetEncoder encoder, Charset charset) {
        String missing = text.codePoints()
                .mapToObj(Character::toString)
                .filter(c -> !encoder.canEncode(c))
                .findFirst()
                .orElse("");
        return charset.name() + " has no \"" + missing + "\"; choose UTF-8 for this channel, or change the text";
    }
}
