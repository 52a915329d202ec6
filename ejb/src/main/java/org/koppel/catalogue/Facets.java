package org.koppel.catalogue;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Counts the articles of an answer by what they can be narrowed by. */
record Facets(CatalogueDatabase database, List<Candidate> candidates, SearchQuery query) {
    private static final int BRANDS = 12;
    private static final int NAMES = 5;
    private static final int VALUES = 8;

    List<BrandCount> brands() {
        return count(Candidate::brand).entrySet().stream()
                .map(e -> new BrandCount(e.getKey(), e.getValue().intValue()))
                .sorted(Comparator.comparingInt(BrandCount::count).reversed().thenComparing(BrandCount::brand))
                .limit(BRANDS)
                .toList();
    }

    /**
     * By name: the categories right below the one that was asked for, or the top ones, each with all that lies below it. Where the
     * hits lie in the asked one itself, that one alone.
     */
    List<Category> categories() {
        Map<String, Long> counts = count(Candidate::category);
        Map<String, Long> below = new HashMap<>();
        counts.forEach((code, count) -> below(code).ifPresent(c -> below.merge(c, count, Long::sum)));
        return below.isEmpty() ? named(own(counts)) : named(below);
    }

    /** Which of the categories right below the asked one a category belongs to. */
    private Optional<String> below(String code) {
        String asked = query.category() == null ? "" : query.category() + ".";
        if (!code.startsWith(asked)) {
            return Optional.empty();
        }
        int end = code.indexOf('.', asked.length());
        return Optional.of(end < 0 ? code : code.substring(0, end));
    }

    private Map<String, Long> own(Map<String, Long> counts) {
        Long own = query.category() == null ? null : counts.get(query.category());
        return own == null ? Map.of() : Map.of(query.category(), own);
    }

    private List<Category> named(Map<String, Long> counts) {
        return counts.isEmpty()
                ? List.of()
                : database.query(
                        SearchSql.CATEGORY_NAMES,
                        row -> new Category(
                                row.getString("code"),
                                row.getString("name"),
                                counts.get(row.getString("code")).intValue(),
                                List.of()),
                        query.language(),
                        counts.keySet().toArray(String[]::new));
    }

    /** Only within a category: attributes of articles of all kinds tell nothing. One already asked for is left out. */
    List<AttributeCount> attributes() {
        if (query.category() == null || candidates.isEmpty()) {
            return List.of();
        }
        List<AttributeCount> all = database.query(
                SearchSql.ATTRIBUTE_COUNTS,
                row -> AttributeCount.of(row.getString("key"), row.getInt("articles")),
                query.language(),
                candidates.stream().map(Candidate::number).toArray(String[]::new));
        Map<String, List<AttributeCount>> byName = all.stream()
                .filter(a -> query.attributes().stream().noneMatch(asked -> asked.startsWith(a.name() + "=")))
                .collect(Collectors.groupingBy(AttributeCount::name, LinkedHashMap::new, Collectors.toList()));
        return byName.values().stream()
                .sorted(Comparator.comparingInt(Facets::sum).reversed())
                .limit(NAMES)
                .flatMap(values -> values.stream().limit(VALUES))
                .toList();
    }

    int stocked() {
        return (int) candidates.stream().filter(Candidate::stocked).count();
    }

    private static int sum(List<AttributeCount> values) {
        return values.stream().mapToInt(AttributeCount::count).sum();
    }

    private Map<String, Long> count(Function<Candidate, String> of) {
        return candidates.stream()
                .map(of)
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(Function.identity(), LinkedHashMap::new, Collectors.counting()));
    }
}
