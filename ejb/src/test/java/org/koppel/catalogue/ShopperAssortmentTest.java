package org.koppel.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.koppel.platform.TestDatabase;
import org.koppel.shared.PartyId;

/** A site and a person that may buy less than their customer, on the demo catalogue. */
class ShopperAssortmentTest {
    private static final PartyId BOUWGROEP = new PartyId("bouwgroep");
    private static final String HIDDEN = "100001";
    private static TestCatalogue catalogue;

    @BeforeAll
    static void fill() {
        catalogue = new TestCatalogue(TestCatalogue.ownDemo());
        catalogue.execute(
                "insert into article_alternative (article, alternative, position) values ('100010', '100001', 0)");
    }

    @AfterEach
    void forget() {
        catalogue.execute("delete from shopper_rule");
    }

    @Test
    void whatTheSiteMayNotBuyIsFoundByNoWay() {
        Offer hidden = offer(Audience.of(BOUWGROEP), HIDDEN);
        SearchQuery byName = SearchQuery.of(hidden.description(), "nl").size(100);
        rule("site", "YARD", "EXCLUDE", HIDDEN, null);
        Audience yard = audience("YARD", "an.peeters", false);
        assertThat(numbers(catalogue.search().search(BOUWGROEP, byName))).contains(HIDDEN);
        for (String text : List.of(HIDDEN, "1000", hidden.gtin(), hidden.description())) {
            SearchQuery query = SearchQuery.of(text, "nl").size(100);
            assertThat(numbers(catalogue.search().search(yard, query))).doesNotContain(HIDDEN);
        }
        assertThat(catalogue.articles().detail(yard, HIDDEN, "nl")).isEmpty();
        assertThat(catalogue.articles().detail(BOUWGROEP, HIDDEN, "nl")).isPresent();
        assertThat(catalogue.pictures().of(yard, HIDDEN)).isEmpty();
        assertThat(offer(yard, HIDDEN).visible()).isFalse();
        assertThat(alternatives(Audience.of(BOUWGROEP))).contains(HIDDEN);
        assertThat(alternatives(yard)).doesNotContain(HIDDEN).isNotEmpty();
        assertThat(listed(yard))
                .doesNotContain(HIDDEN)
                .hasSize(listed(Audience.of(BOUWGROEP)).size() - 1);
    }

    @Test
    void rulesOfOthersHideNothing() {
        rule("site", "YARD", "EXCLUDE", HIDDEN, null);
        rule("buyer", "tom.maes", "EXCLUDE", null, "lighting");
        Audience other = audience("HQ", "an.peeters", false);
        assertThat(catalogue.articles().detail(other, HIDDEN, "nl")).isPresent();
        assertThat(listed(other)).isEqualTo(listed(Audience.of(BOUWGROEP)));
    }

    @Test
    void inclusionsOfSiteAndPersonAddUpAndNeverWidenTheCustomersAssortment() {
        PartyId zorggroep = new PartyId("zorggroep");
        catalogue.execute(
                "insert into shopper_rule (customer, site, effect, category) values ('zorggroep', 'GENT', 'INCLUDE', 'ev')");
        catalogue.execute(
                "insert into shopper_rule (customer, buyer, effect, article) values ('zorggroep', 'An', 'INCLUDE', '100001')");
        Audience an = new Audience(zorggroep, "GENT", "an", "any", true);
        assertThat(listed(an)).containsExactly("100001");
    }

    @Test
    void everyCountIsWhatThePersonSees() {
        rule("buyer", "an.peeters", "INCLUDE", null, "data");
        rule("buyer", "an.peeters", "INCLUDE", HIDDEN, null);
        rule("buyer", "an.peeters", "INCLUDE", "100002", null);
        rule("buyer", "an.peeters", "EXCLUDE", "100002", null);
        rule("site", "YARD", "EXCLUDE", articleOf("data"), null);
        Audience an = audience("YARD", "an.peeters", true);
        List<Category> tree = catalogue.categories().tree(an, "nl");
        assertThat(tree).hasSize(2);
        List<Category> leaves =
                tree.stream().flatMap(ShopperAssortmentTest::leaves).toList();
        assertThat(leaves).allSatisfy(leaf -> {
            SearchResult inside = found(an, SearchQuery.of("", "nl").in(leaf.code()));
            assertThat(inside.total()).as(leaf.code()).isEqualTo(leaf.count());
            assertThat(numbers(inside)).contains(leaf.example());
            assertThat(inside.brands().stream().mapToInt(BrandCount::count).sum())
                    .isEqualTo(inside.total());
        });
        assertThat(leaves.stream().mapToInt(Category::count).sum())
                .isEqualTo(listed(an).size());
        SearchResult cables = found(an, SearchQuery.of("kabel", "nl"));
        assertThat(cables.categories()).extracting(Category::code).isNotEmpty().allMatch(c -> c.startsWith("data"));
    }

    @Test
    void theTreeFollowsTheRulesAtOnce() {
        Categories categories = catalogue.categories();
        rule("site", "YARD", "EXCLUDE", null, "ev");
        Audience before = new Audience(BOUWGROEP, "YARD", null, "before", false);
        assertThat(categories.tree(before, "nl"))
                .extracting(Category::code)
                .doesNotContain("ev")
                .contains("lighting");
        rule("site", "YARD", "EXCLUDE", null, "lighting");
        Audience after = new Audience(BOUWGROEP, "YARD", null, "after", false);
        assertThat(categories.tree(after, "nl")).extracting(Category::code).doesNotContain("ev", "lighting");
        assertThat(categories.tree(BOUWGROEP, "nl")).extracting(Category::code).contains("ev", "lighting");
    }

    @Test
    void aBroadQuestionFindsTheFewArticlesOfAPerson() {
        TestCatalogue large = new TestCatalogue(TestDatabase.fresh());
        large.execute("insert into customer (id, name) values ('bouwgroep', 'B')");
        large.execute(
                "insert into article (number, unit, list_price) select 'N' || n, 'H87', 1 from generate_series(100000, 149999) n");
        large.execute(
                "insert into article_text (article, language, name) select number, 'nl', 'Kabel ' || number from article");
        large.execute("analyze");
        large.execute("insert into shopper_rule (customer, site, effect, article) values"
                + " ('bouwgroep', 'YARD', 'INCLUDE', 'N123456'), ('bouwgroep', 'YARD', 'INCLUDE', 'N123457')");
        SearchResult found = large.search().search(audience("YARD", null, true), SearchQuery.of("kabel", "nl"));
        assertThat(numbers(found)).containsExactlyInAnyOrder("N123456", "N123457");
        assertThat(found.capped()).isFalse();
    }

    private static Stream<Category> leaves(Category category) {
        return category.children().isEmpty()
                ? Stream.of(category)
                : category.children().stream().flatMap(ShopperAssortmentTest::leaves);
    }

    private static String articleOf(String category) {
        return numbers(catalogue
                        .search()
                        .search(BOUWGROEP, SearchQuery.of("", "nl").in(category)))
                .get(0);
    }

    private static SearchResult found(Audience audience, SearchQuery query) {
        return catalogue.search().search(audience, query.size(100));
    }

    private static List<String> numbers(SearchResult result) {
        return result.hits().stream().map(Offer::article).toList();
    }

    private static Offer offer(Audience audience, String number) {
        Map<String, Offer> found = catalogue.offers().offers(audience, List.of(Wanted.article(number, null)), "nl");
        return found.get(number);
    }

    private static List<String> alternatives(Audience audience) {
        return catalogue.articles().detail(audience, "100010", "nl").orElseThrow().alternatives().stream()
                .map(Offer::article)
                .toList();
    }

    private static List<String> listed(Audience audience) {
        return catalogue.listings().numbers(audience, null, "", 10_000);
    }

    private static Audience audience(String site, String buyer, boolean inclusive) {
        return new Audience(BOUWGROEP, site, buyer, "rules of " + site + " " + buyer, inclusive);
    }

    private static void rule(String of, String who, String effect, String article, String category) {
        catalogue.execute(
                "insert into shopper_rule (customer, " + of + ", effect, article, category) values ('bouwgroep', '"
                        + who + "', '" + effect + "', " + quoted(article) + ", " + quoted(category) + ")");
    }

    private static String quoted(String value) {
        return value == null ? "null" : "'" + value + "'";
    }
}
