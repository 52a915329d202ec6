package org.koppel.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.stream.Stream;
import org.koppel.catalogue.SearchResult.Match;

/**
 * Finds categories by their names, beside what {@link Search} finds: one statement where no name has the words, whatever the number of
 * articles. Counts are those of {@link Categories}, which are kept; what is empty for the buyer is not found.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.SUPPORTS)
public class CategorySearch {
    /** Names that are looked at; many of them may be empty for the buyer. */
    static final int LOOK = 50;

    private static final int MOST = 5;

    @Inject
    private CatalogueDatabase database;

    @Inject
    private Categories categories;

    CategorySearch() {} // for CDI

    CategorySearch(CatalogueDatabase database, Categories categories) {
        this.database = database;
        this.categories = categories;
    }

    /**
     * Those with all words of the question in their names, else with those of the question as it was corrected, else, where no article was found
     * either, those that are nearly written so. None beside a filter, a further page, or a question without letters.
     *
     * @param result of the same somebody
     */
    public List<Category> named(Audience audience, SearchResult result) {
        SearchQuery query = result.query();
        if (query.page() > 0 || query.isFiltered() || query.text().chars().noneMatch(Character::isLetter)) {
            return List.of();
        }
        String language = Languages.spoken(query.language());
        List<String> codes = named(query.text(), language);
        if (codes.isEmpty() && result.didYouMean() != null) {
            codes = named(result.didYouMean(), language);
        }
        if (codes.isEmpty() && result.match() == Match.NOTHING) {
            codes = database.query(CategorySql.NEAR, row -> row.getString("category"), query.text(), language);
        }
        return codes.isEmpty() ? List.of() : seen(categories.tree(audience, query.language()), codes);
    }

    private List<String> named(String text, String language) {
        List<String> languages =
                Stream.of(language, Languages.FALLBACK).distinct().toList();
        return database.query(
                CategorySql.NAMED,
                row -> row.getString("category"),
                text,
                languages.toArray(String[]::new),
                languages.stream().map(Languages::configuration).toArray(String[]::new));
    }

    private static List<Category> seen(List<Category> tree, List<String> codes) {
        return codes.stream()
                .map(code -> Categories.path(tree, code))
                .filter(path -> !path.isEmpty())
                .map(path -> path.get(path.size() - 1))
                .limit(MOST)
                .toList();
    }
}
