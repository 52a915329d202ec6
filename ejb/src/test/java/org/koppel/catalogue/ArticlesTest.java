package org.koppel.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.koppel.catalogue.ArticleDetail.Attribute;
import org.koppel.platform.TestDatabase;
import org.koppel.shared.PartyId;

class ArticlesTest {
    private static final PartyId BOUWGROEP = new PartyId("bouwgroep");
    private static final PartyId ZORGGROEP = new PartyId("zorggroep");
    private final TestCatalogue catalogue = new TestCatalogue(TestCatalogue.demo());

    @Test
    void anArticlesPageHasEverythingInTheReadersLanguage() {
        ArticleDetail article = detail(BOUWGROEP, "100001", "de");
        assertThat(article.offer().description()).isEqualTo("Steckdose 2-polig weiß");
        assertThat(article.text()).contains("Unterputz");
        assertThat(article.brand()).isEqualTo("Schaltora");
        assertThat(article.path()).extracting(Category::name).containsExactly("Schalter und Steckdosen", "Steckdosen");
        assertThat(article.attributes())
                .containsExactly(new Attribute("Farbe", "weiß"), new Attribute("Ausführung", "2-polig"));
        assertThat(article.scales()).hasSize(1);
        assertThat(article.listPrice()).isEqualTo(article.offer().price());
        assertThat(article.alternatives()).hasSize(2).allMatch(Offer::visible);
        assertThat(article.successor()).isNull();
    }

    @Test
    void accessoriesAreShownToWhoCanOrderThem() {
        ArticleDetail socket = detail(BOUWGROEP, "100001", "en");

        assertThat(socket.accessories())
                .hasSize(3)
                .allMatch(Offer::visible)
                .allSatisfy(a -> assertThat(a.description()).startsWith("Cover frame"))
                .allSatisfy(a -> assertThat(a.manufacturer()).isEqualTo("Schaltora"));
        TestCatalogue own = new TestCatalogue(TestDatabase.fresh());
        own.execute("insert into customer (id, name) values ('bouwgroep', 'B');"
                + " insert into article (number, unit, list_price, active) values ('A', 'H87', 1, true), ('B', 'H87', 1, false),"
                + " ('C', 'H87', 1, true), ('D', 'H87', 1, true);"
                + " insert into article_accessory values ('A', 'B', 1), ('A', 'C', 2), ('A', 'D', 3);"
                + " insert into assortment_rule (customer, effect, article) values ('bouwgroep', 'EXCLUDE', 'C')");
        assertThat(own.articles().detail(BOUWGROEP, "A", "en").orElseThrow().accessories())
                .extracting(Offer::article)
                .containsExactly("D");
    }

    @Test
    void everyScaleIsPricedForTheCustomer() {
        ArticleDetail scaled = detail(
                BOUWGROEP,
                number("select min(s.article) from list_price_scale s"
                        + " join article a on a.number = s.article where a.discount_group = 'CAB' and not exists (select from net_price n"
                        + " where n.article = s.article and n.customer = 'bouwgroep')"),
                "nl");
        assertThat(scaled.scales()).hasSize(3);
        assertThat(scaled.scales().get(0).fromQuantity())
                .isEqualByComparingTo(scaled.offer().minimum());
        assertThat(scaled.scales().get(0).price()).isEqualTo(scaled.offer().price());
        assertThat(scaled.scales())
                .extracting(s -> s.price().amount().amount())
                .isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void listScalesThatANetPriceOverridesAreNotShown() {
        ArticleDetail net = detail(
                BOUWGROEP,
                number("select min(s.article) from list_price_scale s"
                        + " join net_price n on n.article = s.article and n.customer = 'bouwgroep'"),
                "nl");
        assertThat(net.scales()).hasSize(2);
    }

    @Test
    void anArticleOutsideTheAssortmentIsAsUnknownAsOneThatDoesNotExist() {
        assertThat(catalogue.articles().detail(ZORGGROEP, "100999", "nl")).isEmpty();
        assertThat(catalogue.articles().detail(BOUWGROEP, "100999", "nl")).isPresent();
        assertThat(catalogue.articles().detail(BOUWGROEP, "999999", "nl")).isEmpty();
        assertThat(catalogue.articles().detail(BOUWGROEP, "'\0", "nl")).isEmpty();
    }

    @Test
    void aDeadArticleShowsWhatReplacesIt() {
        ArticleDetail dead = detail(BOUWGROEP, "100051", "nl");
        assertThat(dead.offer().visible()).isFalse();
        assertThat(dead.successor().article()).isEqualTo("100052");
        assertThat(dead.successor().visible()).isTrue();
    }

    @Test
    void hiddenAndDeadAlternativesAreLeftOut() {
        TestCatalogue own = new TestCatalogue(TestDatabase.fresh());
        own.execute("""
                insert into customer (id, name) values ('acme', 'Acme');
                insert into article (number, unit, list_price, active) values
                    ('A', 'H87', 1, true), ('B', 'H87', 1, true), ('C', 'H87', 1, false), ('D', 'H87', 1, true);
                insert into article_alternative values ('A', 'B', 2), ('A', 'C', 1), ('A', 'D', 0);
                insert into assortment_rule values ('acme', 'EXCLUDE', 'D', null);
                """);
        ArticleDetail article =
                own.articles().detail(new PartyId("acme"), "A", "nl").orElseThrow();
        assertThat(article.alternatives()).extracting(Offer::article).containsExactly("B");
        assertThat(article.offer().description()).as("no text at all").isEqualTo("A");
        assertThat(article.path()).isEmpty();
    }

    @Test
    void aPageCostsTwoStatements() throws SQLException {
        try (Connection connection = TestCatalogue.demo().getConnection()) {
            OneConnection counted = new OneConnection(connection);
            CatalogueDatabase database = new CatalogueDatabase(counted);
            new Articles(database, new Offers(database, TestCatalogue.MONDAY)).detail(BOUWGROEP, "100002", "nl");
            assertThat(counted.statements()).isEqualTo(2);
        }
    }

    @Test
    void everyVisibleArticleHasAWellFormedPictureWithoutScript() throws Exception {
        Picture picture = catalogue.pictures().of(BOUWGROEP, "100001").orElseThrow();
        assertThat(picture.mediaType()).isEqualTo("image/svg+xml");
        assertThat(catalogue.pictures().of(ZORGGROEP, "100999")).isEmpty();
        List<String> drawings = new CatalogueDatabase(TestCatalogue.demo())
                .query("select distinct picture from article", row -> row.getString(1));
        assertThat(drawings).hasSizeGreaterThan(30);
        for (String drawing : drawings) {
            String svg = Drawings.svg(drawing);
            assertThat(svg).hasSizeLessThan(3000).doesNotContain("$", "script");
            assertThat(svg).as(drawing).isNotEqualTo(Drawings.svg("unknown plain"));
            DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        }
        assertThat(Drawings.svg("<script>alert(1)</script> \"red")).isEqualTo(Drawings.svg("carton"));
    }

    private ArticleDetail detail(PartyId customer, String number, String language) {
        return catalogue.articles().detail(customer, number, language).orElseThrow();
    }

    private static String number(String sql) {
        return new CatalogueDatabase(TestCatalogue.demo())
                .query(sql, row -> row.getString(1))
                .get(0);
    }
}
