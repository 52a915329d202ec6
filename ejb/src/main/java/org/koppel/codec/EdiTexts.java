package org.koppel.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Shares long texts for people out over places of a fixed width; nothing is lost unless the places end ({@link Fitting}). Signs that old character sets lack are spelt
 * out ({@code EUR} for the euro sign), because most partners read ISO 8859-1; references and numbers never come this way.
 */
public final class EdiTexts {
    private static final Map<String, String> SIGNS = Map.of(
            "\u20ac", "EUR", "\u2018", "'", "\u2019", "'", "\u201c", "\"", "\u201d", "\"", "\u2013", "-", "\u2014", "-",
            "\u2026", "...");

    private EdiTexts() {}

    /** Pieces of at most so many characters, parted at blanks where there are some, and never within what is one character to readers. */
    public static List<String> pieces(String text, int width) {
        List<String> pieces = new ArrayList<>();
        String rest = plain(text);
        while (rest.length() > width) {
            int blank = rest.lastIndexOf(' ', width);
            int end = blank > width / 2 ? blank : Fitting.beginning(rest, width).length();
            pieces.add(rest.substring(0, end).strip());
            rest = rest.substring(end).strip();
        }
        if (!rest.isEmpty()) {
            pieces.add(rest);
        }
        return pieces;
    }

    /** The pieces that have a place; a text that has more is shortened or refused. */
    public static List<String> pieces(String text, Fitting.Place place, Fitting fitting) {
        List<String> pieces = pieces(text, place.width());
        if (pieces.size() <= place.times()) {
            return pieces;
        }
        String plain = plain(text);
        List<String> written = pieces.subList(0, place.times());
        int end = 0;
        for (String piece : written) {
            end = plain.indexOf(piece, end) + piece.length();
        }
        fitting.cut(place, end, plain.length());
        return written;
    }

    /** The text in the one place it has; null when there is none. */
    public static String one(String text, Fitting.Place place, Fitting fitting) {
        List<String> pieces = pieces(text, place, fitting);
        return pieces.isEmpty() ? null : pieces.get(0);
    }

    private static String plain(String text) {
        return text == null ? "" : spelt(text).replaceAll("\\s+", " ").strip();
    }

    private static String spelt(String text) {
        String plain = text;
        for (Map.Entry<String, String> sign : SIGNS.entrySet()) {
            plain = plain.replace(sign.getKey(), sign.getValue());
        }
        return plain;
    }
}
