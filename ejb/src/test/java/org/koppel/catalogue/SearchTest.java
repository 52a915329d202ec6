package org.koppel.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.koppel.catalogue.SearchResult.Match;
import org.koppel.shared.PartyId;

class SearchTest {
    private static final PartyId BOUWGROEP = new PartyId("bouwgroep");
    private static final PartyId ZORGGROEP = new PartyId("zorggroep");
    private final TestCatalogue catalogue = new TestCatalogue(TestCatalogue.demo());
    private final Search search = catalogue.search();

    @ParameterizedTest
    @ValueSource(strings = {"100001", " 100001 ", "1000-01", "10 00 01", "100.001"})
    void theSuppliersNumberComesFirstWhateverItsSigns(String text) {
        SearchResult result = search(text, "nl");
        assertThat(result.match()).isEqualTo(Match.EXACT);
        assertThat(result.hits().get(0).article()).isEqualTo("100001");
    }

    @Test
    void eanAndManufacturersNumberFindTheArticle() {
        Offer article = search("100321", "nl").hits().get(0);
        assertThat(articles(search(article.gtin(), "nl"))).containsExactly("100321");
        assertThat(articles(search("0" + article.gtin(), "nl"))).containsExactly("100321");
        assertThat(search(article.manufacturersId().replaceAll("[-.]", " ").toLowerCase(Locale.ROOT), "nl")
                        .hits()
                        .get(0)
                        .article())
                .isEqualTo("100321");
    }

    @Test
    void aStatementIsPreparedOnceWhateverIsAsked() throws SQLException {
        try (Connection connection = TestCatalogue.demo().getConnection()) {
            Search asked = new TestCatalogue(new OneConnection(connection)).search();
            for (int i = 0; i < 12; i++) {
                asked.search(BOUWGROEP, SearchQuery.of("stopkontact", "nl")); // corrected: by words that were not typed
                asked.search(BOUWGROEP, SearchQuery.of("100001", "nl"));
            }
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select count(*), min(generic_plans + custom_plans)"
                            + " from pg_prepared_statements where statement like '%by_words as%'")) {
                row.next();
                assertThat(row.getInt(1)).isPositive();
                assertThat(row.getInt(2))
                        .as("uses of the statement that was prepared last; the driver prepares after five")
                        .isGreaterThan(5);
            }
        }
    }

    @Test
    void aBuyersOwnNumberFindsTheArticleForThatBuyerOnly() {
        Offer known = search(SearchQuery.of("", "nl").size(100)).hits().stream()
                .filter(o -> o.buyersId() != null)
                .findFirst()
                .orElseThrow();
        String compact = known.buyersId().replace("-", "").toLowerCase(Locale.ROOT);
        assertThat(search(compact, "nl").hits().get(0).article()).isEqualTo(known.article());
        assertThat(articles(search.search(new PartyId("amerco"), SearchQuery.of(compact, "nl"))))
                .doesNotContain(known.article());
    }

    @Test
    void theBeginningOfANumberFindsAllThatBeginSo() {
        SearchResult result = search("10012", "nl");
        assertThat(articles(result)).startsWith("100120", "100121").allMatch(n -> n.startsWith("10012"));
        assertThat(result.total()).isEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource({
        "nl, stopcontact wit, Stopcontact",
        "nl, stopcontacten, Stopcontact",
        "nl, wandcontactdoos, Stopcontact",
        "nl, automaat c16, Automaat",
        "nl, ledlamp e27, Ledlamp",
        "nl, wcd wit, Stopcontact",
        "fr, dismatic, Disjoncteur",
        "de, fi 4P, FI-Schalter",
        "en, gfci, RCD",
        "fr, prises blanc, Prise",
        "fr, cable 3g2.5, Câble",
        "fr, disjoncteur, Disjoncteur",
        "de, Steckdosen, Steckdose",
        "de, FI-Schalter 4P, FI-Schalter",
        "de, Schutzkontakt, Steckdose",
        "en, sockets white, Socket",
        "en, Circuit-breaker, Circuit breaker",
        "en, patch cords, Patch cord"
    })
    void wordsFindInTheBuyersLanguageByStemAndSynonym(String language, String text, String name) {
        SearchResult result = search(text, language);
        assertThat(result.match()).isEqualTo(Match.EXACT);
        assertThat(result.didYouMean()).isNull();
        assertThat(result.hits().get(0).description()).startsWith(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xvb 3g2,5", "XVB 3G2.5 mm²", "xvb 3x2,5", "xvb 3 x 2.5mm2", "xvb-kabel 3G2,5"})
    void aSectionIsFoundHoweverItIsWritten(String text) {
        assertThat(search(text, "nl").hits())
                .isNotEmpty()
                .allSatisfy(o -> assertThat(o.description()).contains("XVB").contains("3G2,5"));
    }

    @ParameterizedTest
    @CsvSource({
        "nl, stopkontact, stopcontact",
        "nl, schakelaer wit, schakelaar wit",
        "nl, kabeblinder, kabelbinder",
        "fr, interupteur, interrupteur",
        "fr, disjoncteru 2P, disjoncteur 2p",
        "de, Stekdose, steckdose",
        "de, Kabelbider schwarz, kabelbinder schwarz",
        "en, scoket black, socket black",
        "en, floodligth, floodlight"
    })
    void typosAreCorrectedAndSaidSo(String language, String text, String meant) {
        SearchResult result = search(text, language);
        assertThat(result.didYouMean()).isEqualTo(meant);
        assertThat(result.match()).isEqualTo(Match.CORRECTED);
        assertThat(articles(result)).isEqualTo(articles(search(meant, language)));
    }

    @Test
    void aPartOfACompoundFindsTheCompound() {
        SearchResult result = search("verschraubung", "de");
        assertThat(result.hits()).isNotEmpty();
        SearchResult inside = search("schraubung", "de");
        assertThat(inside.match()).isEqualTo(Match.EXACT);
        assertThat(inside.hits()).allSatisfy(o -> assertThat(o.description()).contains("verschraubung"));
    }

    @Test
    void aWordOfAnotherLanguageIsFoundToo() {
        assertThat(search("Schutzkontakt", "fr").hits().get(0).description()).startsWith("Prise");
    }

    @Test
    void whenNoArticleHasAllWordsThoseWithSomeAreShownAndCalledPartial() {
        SearchResult result = search("stopcontact disjoncteur banaan", "nl");
        assertThat(result.match()).isEqualTo(Match.PARTIAL);
        assertThat(result.hits()).isNotEmpty();
    }

    @Test
    void aTypoBesideAWordThatNobodyKnowsIsCorrectedAndSaidSo() {
        SearchResult result = search("stopkontact xqzv", "nl");
        assertThat(result.match()).isEqualTo(Match.PARTIAL);
        assertThat(result.didYouMean()).isEqualTo("stopcontact");
        assertThat(search("stopcontact xqzv", "nl").didYouMean()).isNull();
    }

    @Test
    void whatNobodyKnowsFindsNothingButWordsThatFindSomething() {
        SearchResult result = search("lampadosk", "nl");
        assertThat(result.match()).isEqualTo(Match.NOTHING);
        assertThat(result.total()).isZero();
        assertThat(result.nearest()).isNotEmpty().hasSizeLessThanOrEqualTo(5);
        assertThat(search(result.nearest().get(0), "nl").hits()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'",
                "\"",
                "\\",
                "a & b",
                "!!!",
                "kabel:*",
                "& | !",
                "<->",
                "(",
                "'; drop table article; --",
                "%",
                "_",
                "\0",
                "ß",
                "日本語",
                "\uD83D\uDE00",
                "-",
                "..",
                "<script>alert(1)</script>",
                "de het een",
                "the",
                "3G",
                "²"
            })
    void nothingThatCanBeTypedFails(String text) {
        assertThat(search(text, "nl")).isNotNull();
        assertThat(search(text.repeat(300), "de")).isNotNull();
    }

    @Test
    void outsideTheAssortmentNothingIsFoundByAnyWay() {
        Offer hidden = search("100999", "nl").hits().get(0);
        assertThat(articles(search.search(ZORGGROEP, SearchQuery.of("100999", "nl"))))
                .doesNotContain("100999");
        assertThat(articles(search.search(ZORGGROEP, SearchQuery.of(hidden.gtin(), "nl"))))
                .doesNotContain("100999");
        SearchQuery byName = SearchQuery.of(hidden.description(), "nl").size(100);
        assertThat(articles(search(byName))).contains("100999");
        assertThat(articles(search.search(ZORGGROEP, byName))).doesNotContain("100999");
        assertThat(search.search(ZORGGROEP, SearchQuery.of("laadpaal", "nl")).hits())
                .isEmpty();
        assertThat(search.search(ZORGGROEP, SearchQuery.of("", "nl").in("ev")).hits())
                .isEmpty();
        assertThat(search(SearchQuery.of("", "nl").in("ev")).hits()).isNotEmpty();
    }

    @Test
    void wordsOfHiddenArticlesAreNotSuggested() {
        assertThat(search.search(ZORGGROEP, SearchQuery.of("laadstatoin xqzv", "nl"))
                        .nearest())
                .doesNotContain("laadstation", "laadpaal");
    }

    @Test
    void aCategoryKeepsToItselfAndWhatLiesBelow() {
        SearchResult all = search("kabel", "nl");
        SearchResult data = search(SearchQuery.of("kabel", "nl").in("data"));
        assertThat(data.total()).isPositive().isLessThan(all.total());
        assertThat(data.categories()).extracting(Category::code).allMatch(c -> c.startsWith("data."));
        assertThat(all.categories().stream().mapToInt(Category::count).sum()).isEqualTo(all.total());
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepeat() {
        SearchQuery query = SearchQuery.of("ledlamp", "nl").size(50);
        SearchResult first = search(query);
        SearchResult second = search(query.page(1));
        assertThat(first.hasNext()).isTrue();
        assertThat(articles(first)).hasSize(50).doesNotContainAnyElementsOf(articles(second));
        SearchResult beyond = search(query.page(1_000_000_000));
        assertThat(beyond.hits()).isEmpty();
        assertThat(beyond.hasNext()).isFalse();
    }

    @Test
    void aDeadArticleIsFoundByItsNumberOnlyAndNamesItsSuccessor() {
        Offer dead = search("100051", "nl").hits().get(0);
        assertThat(dead.article()).isEqualTo("100051");
        assertThat(dead.visible()).isFalse();
        assertThat(dead.successor()).isEqualTo("100052");
        assertThat(articles(search(SearchQuery.of(dead.description(), "nl").size(100))))
                .doesNotContain("100051");
    }

    @Test
    void theNumberOfStatementsDoesNotDependOnTheHits() throws SQLException {
        // the very words in the sample, all that begin so in the sample, everywhere; prices, names of categories
        assertThat(statements(SearchQuery.of("ledlamp", "nl").size(1))).isEqualTo(5);
        assertThat(statements(SearchQuery.of("ledlamp", "nl").size(100))).isEqualTo(5);
        assertThat(statements(SearchQuery.of("", "nl").in("lighting").size(100)))
                .isEqualTo(5);
        assertThat(statements(SearchQuery.of("ledlmap", "nl").size(100))).isLessThanOrEqualTo(10);
    }

    @Test
    void theTreeCountsWhatTheCustomerSees() {
        List<Category> tree = catalogue.categories().tree(BOUWGROEP, "fr");
        assertThat(tree).extracting(Category::name).startsWith("Appareillage", "Câbles et fils");
        assertThat(tree)
                .allSatisfy(c -> assertThat(c.count())
                        .isEqualTo(
                                c.children().stream().mapToInt(Category::count).sum()));
        Category data =
                tree.stream().filter(c -> c.code().equals("data")).findFirst().orElseThrow();
        assertThat(data.count())
                .isEqualTo(search(SearchQuery.of("", "fr").in("data")).total());
        assertThat(catalogue.categories().tree(ZORGGROEP, "fr"))
                .extracting(Category::code)
                .doesNotContain("ev")
                .contains("lighting");
    }

    private int statements(SearchQuery query) throws SQLException {
        try (Connection connection = TestCatalogue.demo().getConnection()) {
            OneConnection counted = new OneConnection(connection);
            CatalogueDatabase database = new CatalogueDatabase(counted);
            assertThat(new Search(database, new Offers(database, TestCatalogue.MONDAY))
                            .search(BOUWGROEP, query)
                            .hits())
                    .isNotEmpty();
            return counted.statements();
        }
    }

    private SearchResult search(String text, String language) {
        return search(SearchQuery.of(text, language));
    }

    private SearchResult search(SearchQuery query) {
        return search.search(BOUWGROEP, query);
    }

    private static List<String> articles(SearchResult result) {
        return result.hits().stream().map(Offer::article).toList();
    }
}
