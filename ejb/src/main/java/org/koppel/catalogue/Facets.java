package org.koppel.catalogue;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    /** By name. */
    List<Category> categories() {
        Map<String, Long> counts = count(Candidate::category);
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
