package org.koppel.catalogue;

import java.util.List;
import java.util.Locale;

/**
 * What a customer may buy, as it is typed, stands in a list, or is kept: {@code effect} by its name, and either the number of an
 * {@code article} or the code of a {@code category}, which means all below it too; the other is empty. {@code name} is the article's in
 * the reader's language, empty elsewhere. An exclusion wins; where there are inclusions, nothing else is sold.
 */
public record AssortmentRule(String effect, String article, String category, String name) {
    /** A list to begin with. */
    public static final String SAMPLE =
            "\uFEFFrule;article;category\r\nINCLUDE;;cable\r\nINCLUDE;100001;\r\nEXCLUDE;100002;\r\n";

    /** Which way a rule works. */
    public enum Effect {
        INCLUDE,
        EXCLUDE
    }

    /** What became of one that was to be kept. */
    public enum Outcome {
        ADDED,
        /** It was there already. */
        KNOWN,
        /** Neither of the two effects. */
        EFFECT,
        /** Not one of article and category: none, or both. */
        ONE,
        /** No article has the number. */
        ARTICLE,
        /** No category has the code. */
        CATEGORY;

        public boolean isRefused() {
            return ordinal() > KNOWN.ordinal();
        }
    }

    /** A line of a list, counted from 1, as it was read and what became of it. */
    public record Line(int number, AssortmentRule said, Outcome outcome) {}

    public AssortmentRule(String effect, String article, String category) {
        this(effect, article, category, "");
    }

    public AssortmentRule {
        effect = plain(effect).toUpperCase(Locale.ROOT);
        article = plain(article);
        category = plain(category);
        name = plain(name);
    }

    /** @throws CsvRows.UnreadableException when it is empty, too large, or no text */
    public static List<AssortmentRule> read(byte[] content) throws CsvRows.UnreadableException {
        return CsvRows.read(content, row -> row.cell(0).equalsIgnoreCase("rule")).stream()
                .map(row -> new AssortmentRule(row.cell(0), row.cell(1), row.cell(2)))
                .toList();
    }

    private static String plain(String said) {
        return said == null ? "" : said.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
