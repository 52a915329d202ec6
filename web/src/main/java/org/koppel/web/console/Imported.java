package org.koppel.web.console;

import java.util.List;

/**
 * What became of a list that a person handed over. {@code heads} are keys of the texts for the columns; lines are in the order of the
 * list.
 */
public record Imported(List<String> heads, List<Line> lines) {
    public static final Imported NONE = new Imported(List.of(), List.of());

    /** A line, counted from 1; {@code outcome} is a key of the texts. */
    public record Line(int number, List<String> cells, String outcome, boolean isRefused) {}

    public long count(boolean refused) {
        return lines.stream().filter(l -> l.isRefused() == refused).count();
    }
}
