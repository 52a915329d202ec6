package org.koppel.catalogue;

/**
 * A word that buyers use and what else it may mean, one way: {@code word} is one word in lower case without accents, {@code means} may
 * be several, all of which must then be in the text. {@code language} is ISO 639-1.
 */
public record Synonym(String language, String word, String means) {

    /** What became of one that was to be added. */
    public enum Outcome {
        ADDED,
        /** It was there already. */
        KNOWN,
        /** None of the languages of the shop. */
        LANGUAGE,
        /** No word, or several, or too long. */
        WORD,
        /** Nothing that could be found, or too long. */
        MEANS,
        /** It means itself. */
        SAME,
        /** There are as many as are kept. */
        TOO_MANY;

        public boolean isRefused() {
            return this != ADDED && this != KNOWN;
        }
    }
}
