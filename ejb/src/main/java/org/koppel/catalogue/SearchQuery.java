package org.koppel.catalogue;

/**
 * What a buyer looks for. {@code text} may be blank, which finds everything (a category's page); {@code category} (null: all)
 * keeps to one category and what lies below it; {@code language} is ISO 639-1; {@code page} counts from 0; {@code size} is
 * the number of hits on a page, 1 to {@value #MAX_SIZE}.
 */
public record SearchQuery(String text, String category, String language, int page, int size) {
    static final int MAX_SIZE = 100;
    private static final int MAX_TEXT = 200;

    /** Out-of-range values are brought into range, so that a hand-made address still answers. */
    public SearchQuery {
        text = text == null ? "" : text.strip();
        text = text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text;
        text = text.replace('\0', ' ');
        category =
                category == null || category.isBlank() ? null : category.strip().replace('\0', ' ');
        page = Math.max(0, page);
        size = Math.min(Math.max(1, size), MAX_SIZE);
    }

    public static SearchQuery of(String text, String language) {
        return new SearchQuery(text, null, language, 0, 24);
    }

    public SearchQuery in(String newCategory) {
        return new SearchQuery(text, newCategory, language, page, size);
    }

    public SearchQuery page(int newPage) {
        return new SearchQuery(text, category, language, newPage, size);
    }

    public SearchQuery size(int newSize) {
        return new SearchQuery(text, category, language, page, newSize);
    }
}
