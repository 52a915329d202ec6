package org.koppel.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Collator;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.koppel.shared.PartyId;

class FacetsTest {
    private static final PartyId BOUWGROEP = new PartyId("bouwgroep");
    private static final PartyId NARROW = new PartyId("narrow");
    private static TestCatalogue catalogue;
    private static Search search;

    @BeforeAll
    static void fill() {
        DataSource filled = TestCatalogue.ownDemo();
        catalogue = new TestCatalogue(filled);
        catalogue.execute("insert into synonym (language, word, means) values ('nl', 'wcd', 'stopcontact'),"
                + " ('nl', 'ale', 'aardlekautomaat'), ('nl', 'zekering', 'automaat c16') on conflict do nothing");
        catalogue.execute("insert into article (number, brand, unit, list_price)"
                + " select 'BULK-' || lpad(n::text, 5, '0'), 'Bulk', 'C62', n from generate_series(1, 4000) n");
        catalogue.execute("insert into article_text (article, language, name)"
                + " select number, 'nl', 'Massadoos' from article where brand = 'Bulk'");
        catalogue.execute("insert into article (number, brand, unit, list_price) select 'RARE-' || n, 'Rare', 'C62', n"
                + " from generate_series(1, 3) n");
        catalogue.execute("insert into article (number, brand, unit, list_price) select 'HUGE-' || n, 'Huge', 'C62', n"
                + " from generate_series(1, 40000) n");
        catalogue.execute("insert into stock (article, quantity) select 'HUGE-' || n, 5 from generate_series(1, 16) n");
        catalogue.execute(
                "insert into article_text (article, language, name) select number, 'nl', case brand when 'Huge' then"
                        + " 'Reuzendoos' else 'Massadoos' end from article where brand in ('Rare', 'Huge')");
        catalogue.execute("insert into customer (id, name) values ('narrow', 'Narrow')");
        catalogue.execute(
                "insert into assortment_rule (customer, effect, article) values ('narrow', 'INCLUDE', 'BULK-03999'),"
                        + " ('narrow', 'INCLUDE', 'HUGE-39999')");
        search = catalogue.search();
    }

    @Test
    void theCountOfABrandIsWhatItsFilterFinds() {
        SearchResult all = search(SearchQuery.of("stopcontact", "nl"));
        assertThat(all.brands()).isNotEmpty();
        assertThat(all.brands().stream().mapToInt(BrandCount::count).sum()).isLessThanOrEqualTo(all.total());
        for (BrandCount brand : all.brands()) {
            SearchResult narrowed = search(all.query().ofBrand(brand.brand()));
            assertThat(narrowed.total()).as(brand.brand()).isEqualTo(brand.count());
            assertThat(narrowed.brands()).containsExactly(brand);
        }
    }

    @Test
    void theCountOfTheStockIsWhatItsFilterFinds() {
        SearchResult all = search(SearchQuery.of("", "nl").in("data"));
        SearchResult stocked = search(all.query().stocked(true));
        assertThat(stocked.total()).isEqualTo(all.stocked()).isPositive();
        assertThat(stocked.hits()).allSatisfy(o -> assertThat(o.stock()).isGreaterThanOrEqualTo(o.minimum()));
    }

    @Test
    void filtersWorkTogetherAndAnUnknownBrandFindsNothing() {
        SearchResult all = search(SearchQuery.of("kabel", "nl").stocked(true));
        SearchResult one = search(all.query().in(all.categories().get(0).code()));
        assertThat(one.total()).isEqualTo(all.categories().get(0).count());
        assertThat(search(SearchQuery.of("", "nl").ofBrand("no such brand' --")).total())
                .isZero();
    }

    @Test
    void categoriesAreTheTopOnesThenTheChildrenWithAllThatLiesBelowThemAndNoneIsEmpty() {
        SearchResult all = search(SearchQuery.of("kabel", "nl").stocked(true));
        assertThat(all.categories()).isNotEmpty().allSatisfy(c -> {
            assertThat(c.code()).doesNotContain(".");
            assertThat(c.count()).isPositive();
        });
        Category top = all.categories().stream()
                .filter(c -> search(all.query().in(c.code())).categories().size() > 1)
                .findFirst()
                .orElseThrow();
        List<Category> children = search(all.query().in(top.code())).categories();
        assertThat(children).allMatch(c -> c.code().matches(top.code() + "\\.[^.]+") && c.count() > 0);
        assertThat(children.stream().mapToInt(Category::count).sum()).isEqualTo(top.count());
        for (Category child : children) {
            SearchResult within = search(all.query().in(child.code()));
            assertThat(within.total()).as(child.code()).isEqualTo(child.count());
            assertThat(within.categories()).extracting(Category::code).allMatch(c -> c.startsWith(child.code()));
        }
        String leaf = search(all.query().in(children.get(0).code()))
                .categories()
                .get(0)
                .code();
        assertThat(search(all.query().in(leaf)).categories())
                .extracting(Category::code)
                .containsExactly(leaf);
    }

    @Test
    void hitsAreSortedByPriceOrNameOverAllPages() {
        SearchQuery query = SearchQuery.of("kabel", "nl").size(100);
        List<Offer> cheapest = search(query.by(SearchQuery.Sort.PRICE)).hits();
        assertThat(cheapest)
                .isSortedAccordingTo(
                        Comparator.comparing(o -> o.price().perOne().amount()));
        SearchQuery small = query.size(5).by(SearchQuery.Sort.PRICE);
        assertThat(search(small.page(1)).hits()).isEqualTo(cheapest.subList(5, 10));
        assertThat(search(query.by(SearchQuery.Sort.NAME)).hits())
                .isSortedAccordingTo(
                        Comparator.comparing(Offer::description, Collator.getInstance(Locale.forLanguageTag("nl"))));
    }

    @Test
    void aSynonymFindsWhatItMeans() {
        SearchResult sockets = search(SearchQuery.of("WCD wit", "nl"));
        assertThat(sockets.total())
                .isPositive()
                .isEqualTo(search(SearchQuery.of("stopcontact wit", "nl")).total());
        assertThat(sockets.hits().get(0).description()).startsWith("Stopcontact");
        assertThat(search(SearchQuery.of("wcd", "nl")).match()).isEqualTo(SearchResult.Match.EXACT);
        SearchResult breakers = search(SearchQuery.of("zekering", "nl"));
        assertThat(breakers.hits().get(0).description()).startsWith("Automaat");
        assertThat(breakers.total())
                .isGreaterThanOrEqualTo(
                        search(SearchQuery.of("automaat c16", "nl")).total());
    }

    @Test
    void aBroadQuestionSaysThatThereIsMore() {
        SearchResult broad = search(SearchQuery.of("massadoos", "nl"));
        assertThat(broad.capped()).isTrue();
        assertThat(broad.total()).isEqualTo(500);
    }

    @Test
    void aFilterThatLeavesFewOfABroadQuestionIsAnsweredInFull() {
        SearchResult rare = search(SearchQuery.of("massadoos", "nl").ofBrand("Rare"));
        assertThat(rare.hits()).extracting(Offer::article).containsExactly("RARE-1", "RARE-2", "RARE-3");
        assertThat(rare.capped()).isFalse();
    }

    @Test
    void anAnswerThatDidNotLookAtAllSaysThatThereMayBeMore() {
        SearchResult some = search(SearchQuery.of("reuzendoos", "nl").stocked(true));
        assertThat(some.capped()).isTrue();
        assertThat(some.total()).isLessThan(20);
    }

    @Test
    void theCountOfAnAttributeIsWhatItsFilterFinds() {
        SearchResult all = search(SearchQuery.of("", "nl").in("fixing.ties"));
        assertThat(all.attributes()).extracting(AttributeCount::name).contains("Kleur");
        for (AttributeCount attribute : all.attributes()) {
            SearchResult narrowed = search(all.query().with(attribute.key()));
            assertThat(narrowed.total()).as(attribute.key()).isEqualTo(attribute.count());
            assertThat(narrowed.attributes()).extracting(AttributeCount::name).doesNotContain(attribute.name());
        }
        SearchResult words =
                search(SearchQuery.of("kabelbinder", "nl").in("fixing").with("Kleur=zwart"));
        assertThat(words.total()).isPositive();
        assertThat(words.hits()).allSatisfy(o -> assertThat(o.description()).contains("zwart"));
    }

    @Test
    void attributesAreCountedInsideACategoryOnlyAndInTheBuyersLanguage() {
        assertThat(search(SearchQuery.of("kabel", "nl")).attributes()).isEmpty();
        assertThat(search(SearchQuery.of("", "fr").in("fixing.ties")).attributes())
                .extracting(AttributeCount::name)
                .contains("Couleur");
        assertThat(search(SearchQuery.of("", "nl").in("fixing.ties").with("Kleur=x' --"))
                        .total())
                .isZero();
    }

    @Test
    void anArticleFarBehindTheFirstThousandsIsFoundByWhoMayBuyOnlyIt() {
        SearchResult found = search.search(NARROW, SearchQuery.of("massadoos", "nl"));
        assertThat(found.hits()).extracting(Offer::article).containsExactly("BULK-03999");
        assertThat(found.capped()).isFalse();
    }

    @Test
    void aBroadWordIsAnsweredInFullWhereTheAssortmentIsSmall() {
        SearchResult found = search.search(NARROW, SearchQuery.of("reuzendoos", "nl"));
        assertThat(found.hits()).extracting(Offer::article).containsExactly("HUGE-39999");
        assertThat(found.capped()).isFalse();
    }

    @Test
    void aRememberedAnswerForgetsWhatTheCustomerMayNoLongerSee() {
        SearchQuery broad = SearchQuery.of("massadoos", "nl");
        Search keeping = catalogue.search(Duration.ofHours(1));
        String seen = keeping.search(BOUWGROEP, broad).hits().get(0).article();
        assertThat(keeping.search(BOUWGROEP, broad).hits().get(0).article()).isEqualTo(seen);
        catalogue.execute("insert into assortment_rule (customer, effect, article) values ('bouwgroep', 'EXCLUDE', '"
                + seen + "')");
        try {
            assertThat(keeping.search(BOUWGROEP, broad).hits())
                    .extracting(Offer::article)
                    .isNotEmpty()
                    .doesNotContain(seen);
        } finally {
            catalogue.execute("delete from assortment_rule where customer = 'bouwgroep' and article = '" + seen + "'");
        }
    }

    private static SearchResult search(SearchQuery query) {
        return search.search(BOUWGROEP, query);
    }
}
