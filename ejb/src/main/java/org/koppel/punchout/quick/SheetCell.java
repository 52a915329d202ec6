package org.koppel.punchout.quick;

import java.math.BigDecimal;
import java.util.List;

/** What a cell of a sheet says. */
final class SheetCell {
    private SheetCell() {}

    /** The column of a reference ({@code B7} is 1), or the next one where the cell has none. */
    static int column(String reference, int next) {
        if (reference == null || !reference.matches("[A-Z]{1,3}[0-9]{1,7}")) {
            return next;
        }
        int column = 0;
        for (char letter : reference.replaceAll("[0-9]", "").toCharArray()) {
            column = column * 26 + letter - 'A' + 1;
        }
        return column - 1;
    }

    /**
     * @param type the cell's {@code t}: {@code s} is a place among the shared texts, {@code str} and {@code inlineStr} a text,
     *     nothing or {@code n} a number, which is given without exponent and without the zeros of floating point
     */
    static String text(String type, String value, List<String> shared) {
        if ("s".equals(type)) {
            boolean known = value.matches("[0-9]{1,6}") && Integer.parseInt(value) < shared.size();
            return known ? shared.get(Integer.parseInt(value)) : "";
        }
        boolean number = type == null || type.equals("n");
        return number && value.matches("-?[0-9]{1,20}(\\.[0-9]{1,20})?([eE][+-]?[0-9]{1,2})?") ? plain(value) : value;
    }

    private static String plain(String value) {
        BigDecimal number = new BigDecimal(value).stripTrailingZeros();
        return number.scale() < 0 ? number.setScale(0).toPlainString() : number.toPlainString();
    }
}
