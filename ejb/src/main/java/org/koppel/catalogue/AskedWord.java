package org.koppel.catalogue;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A word of a question beside the vocabulary: whether it is {@code known}, the words that have it {@code inside} (most frequent
 * first), the words {@code near} it by spelling (nearest first).
 */
record AskedWord(String word, boolean known, List<String> inside, List<String> near) {

    static AskedWord read(ResultSet row) throws SQLException {
        return new AskedWord(
                row.getString("word"),
                row.getBoolean("known"),
                texts(row.getArray("inside")),
                texts(row.getArray("near")));
    }

    private static List<String> texts(Array array) throws SQLException {
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }

    /** The word that was probably meant: few typos away, one in a short word, three in a long one. */
    Optional<String> meant() {
        int allowed = word.length() <= 4 ? 1 : word.length() <= 8 ? 2 : 3;
        return near.stream()
                .filter(n -> EditDistance.between(word, n) <= allowed)
                .min(Comparator.comparingInt(n -> EditDistance.between(word, n)));
    }

    /** What to look for instead: itself, the compounds it is part of, or what was meant; empty when nothing is like it. */
    List<String> alternatives() {
        if (known) {
            return List.of(word);
        }
        return inside.isEmpty() ? meant().stream().toList() : inside;
    }

    /** How the word reads in a corrected question. */
    String corrected() {
        return known || !inside.isEmpty() ? word : meant().orElse(word);
    }
}
