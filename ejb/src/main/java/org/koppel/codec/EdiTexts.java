package org.koppel.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Shares long texts for people out over places of a fixed width; nothing is lost. Signs that old character sets lack are spelt
 * out ({@code EUR} for the euro sign), because most partners read ISO 8859-1; references and numbers never come this way.
 */
public final class EdiTexts {
    private static final Map<String, String> SIGNS = Map.of(
            "\u20ac", "EUR", "\u2018", "'", "\u2019", "'", "\u201c", "\"", "\u201d", "\"", "\u2013", "-", "\u2014", "-",
            "\u2026", "...");

    private EdiTexts() {}

    /** Pieces of at most so many characters, parted at blanks where there are some. */
    public static List<String> pieces(String text, int width) {
        List<String> pieces = new ArrayList<>();
        String rest = text == null ? "" : spelt(text).replaceAll("\\s+", " ").strip();
        while (rest.length() > width) {
            int blank = rest.lastIndexOf(' ', width);
            int end = blank > width / 2 ? blank : width;
            pieces.add(rest.substring(0, end).strip());
            rest = rest.substring(end).strip();
        }
        if (!rest.isEmpty()) {
            pieces.add(rest);
        }
        return pieces;
    }

    private static String spelt(String text) {
        String plain = text;
        for (Map.Entry<String, String> sign : SIGNS.entrySet()) {
            plain = plain.replace(sign.getKey(), sign.getValue());
        }
        return plain;
    }
}
