package org.koppel.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A question whose words were looked up in the vocabulary, and the questions that may be asked instead. */
record Spelling(List<AskedWord> words) {
    private static final int NEAREST = 12;

    /** Whether there is another question to ask. */
    boolean hasAlternative() {
        return words.stream().anyMatch(w -> !w.known())
                && words.stream().noneMatch(w -> w.alternatives().isEmpty());
    }

    /** Text of a tsquery for all words, each by its alternatives. */
    String all() {
        return query(words, " & ");
    }

    /** Text of a tsquery for any of the words that mean something; empty when none does. */
    String any() {
        return query(words.stream().filter(w -> !w.alternatives().isEmpty()).toList(), " | ");
    }

    /** The question as it should have been asked, or null when it was right, or only shorter than the catalogue's words. */
    String correction(String question) {
        return question.isBlank() ? null : corrected(words);
    }

    private static String corrected(List<AskedWord> words) {
        boolean same = words.stream().allMatch(w -> w.corrected().equals(w.word()));
        return same ? null : words.stream().map(AskedWord::corrected).collect(Collectors.joining(" "));
    }

    /** The words that mean something, as they were corrected; null when none of them was. */
    String understood() {
        return corrected(words.stream().filter(w -> !w.alternatives().isEmpty()).toList());
    }

    /** Words like those that nobody knows, nearest of each first. */
    List<String> nearest() {
        Set<String> nearest = new LinkedHashSet<>();
        int most = words.stream().mapToInt(w -> w.near().size()).max().orElse(0);
        for (int i = 0; i < most && nearest.size() < NEAREST; i++) {
            for (AskedWord word : words) {
                if (i < word.near().size()) {
                    nearest.add(word.near().get(i));
                }
            }
        }
        return new ArrayList<>(nearest);
    }

    private static String query(List<AskedWord> words, String joinedBy) {
        return words.stream()
                .map(w -> w.alternatives().stream().map(Spelling::quoted).collect(Collectors.joining(" | ", "(", ")")))
                .collect(Collectors.joining(joinedBy));
    }

    /** Words come from the vocabulary or went through {@code search_text}, so they hold letters, digits and points only. */
    private static String quoted(String word) {
        return word.matches("[\\p{L}]{3,}") ? "'" + word + "':*" : "'" + word + "'";
    }
}
