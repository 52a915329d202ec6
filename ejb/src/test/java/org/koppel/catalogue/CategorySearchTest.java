package org.koppel.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.koppel.catalogue.SearchResult.Match;
import org.koppel.shared.PartyId;

class CategorySearchTest {
    private static final Audience BOUWGROEP = Audience.of(new PartyId("bouwgroep"));
    private static final Audience ZORGGROEP = Audience.of(new PartyId("zorggroep"));
    private final TestCatalogue catalogue = new TestCatalogue(TestCatalogue.demo());
    private final Search search = catalogue.search();
    private final CategorySearch categories = catalogue.categorySearch();

    @ParameterizedTest
    @CsvSource({
        "nl, schakelmateriaal, Schakelmateriaal",
        "nl, GEREEDSCHAP, Gereedschap",
        "nl, verlichting, Verlichting",
        "nl, kabels draad, Kabel en draad",
        "nl, schakel, Schakelaars",
        "fr, eclairage, Éclairage",
        "fr, prise de courant, Prises de courant",
        "de, werkzeuge, Werkzeug",
        "en, tool, Tools"
    })
    void aCategoryIsFoundByTheWordsOfItsNameWithEveryArticleThatIsInIt(String language, String text, String name) {
        SearchResult result = search.search(BOUWGROEP, SearchQuery.of(text, language));
        Category first = categories.named(BOUWGROEP, result).get(0);
        assertThat(first.name()).isEqualTo(name);
        SearchQuery inside = SearchQuery.of("", language).in(first.code());
        assertThat(first.count())
                .isEqualTo(catalogue.categories().tree(BOUWGROEP, language).stream()
                        .flatMap(c -> Categories.path(List.of(c), first.code()).stream())
                        .reduce((above, below) -> below)
                        .orElseThrow()
                        .count());
        assertThat(search.search(BOUWGROEP, inside).hits()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "nl, verlichtng, Verlichting",
        "nl, gereedschp, Gereedschap",
        "nl, schakelmatriaal, Schakelmateriaal",
        "fr, outilage, Outillage",
        "de, Werkzug, Werkzeug",
        "en, toosl, Tools",
        "en, ligthing, Lighting"
    })
    void aTypoStillFindsTheCategory(String language, String text, String name) {
        SearchResult result = search.search(BOUWGROEP, SearchQuery.of(text, language));
        assertThat(categories.named(BOUWGROEP, result))
                .extracting(Category::name)
                .startsWith(name);
    }

    @Test
    void aWordOfACategorysNameStillFindsTheCompoundsThatArticlesHave() {
        SearchResult result = search.search(BOUWGROEP, SearchQuery.of("verlichting", "nl"));
        assertThat(result.match()).isEqualTo(Match.EXACT);
        assertThat(result.hits())
                .isNotEmpty()
                .allSatisfy(o -> assertThat(o.description()).startsWith("Noodverlichting"));
    }

    @Test
    void aWordOfACategorysNameCorrectsATypoInAQuestion() {
        SearchResult result = search.search(BOUWGROEP, SearchQuery.of("verlichtng", "nl"));
        assertThat(result.match()).isEqualTo(Match.CORRECTED);
        assertThat(result.didYouMean()).isEqualTo("verlichting");
        assertThat(result.hits()).isNotEmpty();
    }

    @Test
    void allWordsMustBeInTheName() {
        assertThat(named(BOUWGROEP, "gereedschap stopcontact")).isEmpty();
        assertThat(named(BOUWGROEP, "stopcontact wit")).isEmpty();
    }

    @Test
    void aCategoryThatIsEmptyForTheBuyerIsNotFound() {
        assertThat(named(BOUWGROEP, "laadpalen")).containsExactly("ev.chargers");
        assertThat(named(ZORGGROEP, "laadpalen")).isEmpty();
    }

    @Test
    void besideAFilterOnFurtherPagesAndForNumbersNoCategoryIsNamed() {
        SearchQuery query = SearchQuery.of("verlichting", "nl");
        assertThat(categories.named(BOUWGROEP, search.search(BOUWGROEP, query.page(1))))
                .isEmpty();
        assertThat(categories.named(BOUWGROEP, search.search(BOUWGROEP, query.in("lighting"))))
                .isEmpty();
        assertThat(named(BOUWGROEP, "100001")).isEmpty();
    }

    @Test
    void aQuestionWithoutACategoryCostsOneStatement() throws SQLException {
        SearchResult result = search.search(BOUWGROEP, SearchQuery.of("stopcontact wit", "nl"));
        try (Connection connection = TestCatalogue.demo().getConnection()) {
            OneConnection counted = new OneConnection(connection);
            CatalogueDatabase database = new CatalogueDatabase(counted);
            new CategorySearch(database, new Categories(database)).named(BOUWGROEP, result);
            assertThat(counted.statements()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"'", "\\", "kabel:*", "& | !", "'; drop table article; --", "\0a", "日本語", "de het een", "<b>"})
    void nothingThatCanBeTypedFails(String text) {
        assertThat(named(BOUWGROEP, text)).isNotNull();
    }

    private List<String> named(Audience audience, String text) {
        SearchResult result = search.search(audience, SearchQuery.of(text, "nl"));
        return categories.named(audience, result).stream().map(Category::code).toList();
    }
}
