package org.koppel.codec;

import java.util.ArrayList;
import java.util.List;

/** Shares long texts out over places of a fixed width; nothing is lost. */
public final class EdiTexts {
    private EdiTexts() {}

    /** Pieces of at most so many characters, parted at blanks where there are some. */
    public static List<String> pieces(String text, int width) {
        List<String> pieces = new ArrayList<>();
        String rest = text == null ? "" : text.replaceAll("\\s+", " ").strip();
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
}
