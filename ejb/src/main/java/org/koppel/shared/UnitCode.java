package org.koppel.shared;

import java.util.regex.Pattern;

/**
 * A unit of measure by UN/ECE Recommendation 20 ({@code H87} piece, {@code C62} one, {@code MTR}, {@code KGM}). Every format
 * translates its own unit codes to these at its edge.
 */
public record UnitCode(String value) {
    private static final Pattern CODE = Pattern.compile("[A-Z0-9]{2,3}");
    public static final UnitCode PIECE = new UnitCode("H87");

    /** Mutually defined: whatever the supplier sells the article in, where a format names no unit. */
    public static final UnitCode AGREED = new UnitCode("ZZ");

    /** @throws IllegalArgumentException when the value is not two or three capitals or digits */
    public UnitCode {
        if (value == null || !CODE.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a unit code of UN/ECE Rec 20: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
