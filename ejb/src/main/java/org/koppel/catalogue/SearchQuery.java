package org.koppel.catalogue;

import java.util.ArrayList;
import java.util.List;

/**
 * What a buyer looks for. {@code text} may be blank, which finds everything (a category's page); {@code category} (null: all)
 * keeps to one category and what lies below it, {@code brand} (null: all) to one brand, {@code inStock} to what can be delivered at once
 * in its minimum quantity, {@code attributes} to what has all of them (keys of {@link AttributeCount}); {@code language} is ISO 639-1; {@code page} counts from 0; {@code size} is the number of hits on a page, 1 to
 * {@value #MAX_SIZE}.
 */
public record SearchQuery(
        String text,
        String category,
        String brand,
        boolean inStock,
        List<String> attributes,
        Sort sort,
        String language,
        int page,
        int size) {
    static final int MAX_SIZE = 100;
    private static final int MAX_TEXT = 200;
    private static final int MAX_ATTRIBUTES = 8;

    /** The order of the hits. */
    public enum Sort {
        /** Best first; without a text by number. */
        RELEVANCE,
        /** By name in the buyer's language. */
        NAME,
        /** Net price of one unit, cheapest first; articles without a price last. */
        PRICE
    }

    /** Out-of-range values are brought into range, so that a hand-made address still answers. */
    public SearchQuery {
        text = text == null ? "" : text.strip();
        text = text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text;
        text = text.replace('\0', ' ');
        category = given(category);
        brand = given(brand);
        attributes = attributes.stream()
                .filter(a -> a.indexOf('=') > 0)
                .map(SearchQuery::given)
                .distinct()
                .limit(MAX_ATTRIBUTES)
                .toList();
        sort = sort == null ? Sort.RELEVANCE : sort;
        page = Math.max(0, page);
        size = Math.min(Math.max(1, size), MAX_SIZE);
    }

    public static SearchQuery of(String text, String language) {
        return new SearchQuery(text, null, null, false, List.of(), Sort.RELEVANCE, language, 0, 24);
    }

    /** In another category, on the first page; attributes of the old one are dropped. */
    public SearchQuery in(String newCategory) {
        return new SearchQuery(text, newCategory, brand, inStock, List.of(), sort, language, 0, size);
    }

    /** Of another brand, on the first page. */
    public SearchQuery ofBrand(String newBrand) {
        return new SearchQuery(text, category, newBrand, inStock, attributes, sort, language, 0, size);
    }

    /** Only what is in stock, or all; on the first page. */
    public SearchQuery stocked(boolean only) {
        return new SearchQuery(text, category, brand, only, attributes, sort, language, 0, size);
    }

    /** With one attribute more, on the first page. */
    public SearchQuery with(String attribute) {
        List<String> more = new ArrayList<>(attributes);
        more.add(attribute);
        return having(more);
    }

    /** With one attribute less, on the first page. */
    public SearchQuery without(String attribute) {
        return having(attributes.stream().filter(a -> !a.equals(attribute)).toList());
    }

    /** With exactly these attributes, on the first page. */
    public SearchQuery having(List<String> some) {
        return new SearchQuery(text, category, brand, inStock, some, sort, language, 0, size);
    }

    /** In another order, from the first page on. */
    public SearchQuery by(Sort newSort) {
        return new SearchQuery(text, category, brand, inStock, attributes, newSort, language, 0, size);
    }

    public SearchQuery page(int newPage) {
        return new SearchQuery(text, category, brand, inStock, attributes, sort, language, newPage, size);
    }

    public SearchQuery size(int newSize) {
        return new SearchQuery(text, category, brand, inStock, attributes, sort, language, page, newSize);
    }

    /** Whether more than words narrows the answer. */
    public boolean isFiltered() {
        return category != null || brand != null || inStock || !attributes.isEmpty();
    }

    private static String given(String value) {
        return value == null || value.isBlank() ? null : value.strip().replace('\0', ' ');
    }
}
