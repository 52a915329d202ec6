package org.koppel.codec.report;

/**
 * One row of the report, every text ready to print. {@code section} says which band of the layout prints it; the layout names
 * the components as its fields. Texts may be empty or null, and are then left out.
 */
sealed interface ReportRow {

    String section();

    /** Two references side by side; the second pair is null when their number is odd. */
    record References(String section, String label1, String value1, String label2, String value2) implements ReportRow {
        References(String label1, String value1, String label2, String value2) {
            this("REFERENCE", label1, value1, label2, value2);
        }
    }

    /**
     * The answer to one line. {@code status} is the name of the {@code LineStatus}, for the colour; {@code statusText} its word
     * in the reader's language; {@code remarks} are reasons, note and references, a paragraph each.
     */
    record Line(
            String section,
            String number,
            String description,
            String numbers,
            String quantity,
            String quantityNote,
            String price,
            String priceNote,
            String amount,
            String amountNote,
            String status,
            String statusText,
            String delivery,
            String remarks)
            implements ReportRow {}

    /** A package of a delivery note: what it is, its weight, its SSCC as people read it and as barcode; all but the first may be null. */
    record Parcel(String section, String unit, String unitNote, String sscc, Barcode barcode) implements ReportRow {}

    /** What left of one line of the order; {@code quantityNote} is what still follows. */
    record Delivered(
            String section,
            String number,
            String description,
            String numbers,
            String quantity,
            String quantityNote,
            String remarks)
            implements ReportRow {}

    /** VAT of one rate at the left, a total at the right; either may be null. The weights are HEAD, PLAIN or GRAND. */
    record Sums(
            String section,
            String rate,
            String base,
            String tax,
            String taxWeight,
            String label,
            String total,
            String weight)
            implements ReportRow {
        Sums(TaxCells tax, TotalCells total) {
            this("SUM", tax.rate, tax.base, tax.tax, tax.weight, total.label, total.total, total.weight);
        }
    }

    /** VAT of one rate. */
    record TaxCells(String rate, String base, String tax, String weight) {
        static final TaxCells NONE = new TaxCells(null, null, null, "PLAIN");
    }

    /** One total. */
    record TotalCells(String label, String total, String weight) {
        static final TotalCells NONE = new TotalCells(null, null, "PLAIN");
    }

    /** A line of an invoice; {@code rate} is its VAT, {@code remarks} are levies, discounts, note and references, a paragraph each. */
    record Charged(
            String section,
            String number,
            String description,
            String numbers,
            String quantity,
            String price,
            String priceNote,
            String rate,
            String amount,
            String remarks)
            implements ReportRow {}
}
