package org.koppel.catalogue;

import java.util.List;

/**
 * What one article owes, as it is typed, stands in a list, or is kept. All are texts; {@code amount} is for one order unit or, with
 * {@code kilograms} (what a unit weighs), for a kilogram. Empty: {@code country} everywhere, {@code customer} everybody,
 * {@code currency} the article's, {@code from} today, {@code to} (the last day) until further notice. Days are {@code 2026-01-31}.
 */
public record ArticleSurcharge(
        String article,
        String surcharge,
        String amount,
        String kilograms,
        String country,
        String customer,
        String currency,
        String from,
        String to) {
    /** A list to begin with. */
    public static final String SAMPLE = "\uFEFFarticle;surcharge;amount;kilograms;country;customer;currency;from;to\r\n"
            + "199001;AUVIBEL;0.42;;BE;;;2026-01-01;\r\n199003;ECOTAX-BAT;0.625;0.34;BE;;EUR;2026-01-01;2026-12-31\r\n";

    /** What became of one that was to be kept. */
    public enum Outcome {
        ADDED,
        /** One that began the same day has another amount, weight or end now. */
        CHANGED,
        /** It was there already. */
        KNOWN,
        /** No article has the number. */
        ARTICLE,
        /** No surcharge has the number. */
        SURCHARGE,
        /** None, or more than is possible: eight digits, six decimals. */
        AMOUNT,
        /** No weight above zero. */
        KILOGRAMS,
        /** None of ISO 3166. */
        COUNTRY,
        /** None that is known. */
        CUSTOMER,
        /** None of ISO 4217. */
        CURRENCY,
        /** No day, or an end before the beginning. */
        DAY;

        public boolean isRefused() {
            return ordinal() > KNOWN.ordinal();
        }
    }

    /** A line of a list, counted from 1, as it was read and what became of it. */
    public record Line(int number, ArticleSurcharge said, Outcome outcome) {}

    /** @throws CsvRows.UnreadableException when it is empty, too large, or no text */
    public static List<ArticleSurcharge> read(byte[] content) throws CsvRows.UnreadableException {
        return CsvRows.read(content, row -> !row.cell(2).matches(".*[0-9].*")).stream()
                .map(row -> new ArticleSurcharge(
                        row.cell(0),
                        row.cell(1),
                        row.cell(2),
                        row.cell(3),
                        row.cell(4),
                        row.cell(5),
                        row.cell(6),
                        row.cell(7),
                        row.cell(8)))
                .toList();
    }
}
