package org.koppel.catalogue;

/** Check digits of GS1 numbers (GTIN, GLN): GS1 General Specifications, section 7.9. */
final class Gtin {
    private Gtin() {}

    /** The number with its check digit. */
    static String withCheckDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int weight = (digits.length() - i) % 2 == 1 ? 3 : 1;
            sum += Character.digit(digits.charAt(i), 10) * weight;
        }
        return digits + (10 - sum % 10) % 10;
    }
}
