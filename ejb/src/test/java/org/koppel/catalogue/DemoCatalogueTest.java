package org.koppel.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.koppel.document.Classification;
import org.koppel.platform.TestDatabase;
import org.koppel.shared.PartyId;

class DemoCatalogueTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final long SEED = 42;
    private final TestCatalogue catalogue = new TestCatalogue(TestCatalogue.demo());

    @Test
    void holdsAtLeastTwoThousandArticlesInFourLanguages() throws SQLException {
        assertThat(number("select count(*) from article where active")).isGreaterThanOrEqualTo(2000);
        assertThat(number("select count(*) from article a where (select count(*) from article_text t"
                        + " where t.article = a.number and t.language in ('nl', 'fr', 'de', 'en')) <> 4"))
                .isZero();
    }

    @Test
    void theSameSeedMakesTheSameArticles() {
        assertThat(DemoArticles.make(SEED, MONDAY)).isEqualTo(DemoArticles.make(SEED, MONDAY));
        assertThat(DemoArticles.make(SEED, MONDAY)).isNotEqualTo(DemoArticles.make(SEED + 1, MONDAY));
    }

    @Test
    void everyArticleHasAnEanOfItsOwnWithARightCheckDigit() {
        List<DemoArticle> articles = DemoArticles.make(SEED, MONDAY);
        assertThat(articles)
                .extracting(DemoArticle::gtin)
                .doesNotHaveDuplicates()
                .allMatch(DemoCatalogueTest::isEan13);
    }

    @Test
    void aCheckDigitIsThatOfGs1() {
        assertThat(Gtin.withCheckDigit("629104150021")).isEqualTo("6291041500213"); // GS1's own example
        assertThat(isEan13("6291041500214")).isFalse();
    }

    @Test
    void namesDifferWithinAFamilyAndLeaveNoPlaceholder() {
        assertThat(DemoArticles.make(SEED, MONDAY))
                .flatExtracting(a -> a.texts().values())
                .extracting(t -> ((DemoArticle.Text) t).name())
                .allMatch(n -> !n.contains("{") && !n.contains("_") && n.length() <= 40);
        Map<String, Long> same = DemoArticles.make(SEED, MONDAY).stream()
                .collect(Collectors.groupingBy(
                        a -> a.manufacturer()
                                + a.family().code()
                                + a.texts().get("de").name(),
                        Collectors.counting()));
        assertThat(same.values()).containsOnly(1L);
    }

    @Test
    void article100001IsPlainAndInStockForEverybody() {
        for (String customer : DemoAgreements.CUSTOMERS) {
            Offer offer = offer(customer, "100001");
            assertThat(offer.visible()).isTrue();
            assertThat(offer.buyersId()).isNull();
            assertThat(offer.stock()).isGreaterThan(BigDecimal.valueOf(1000));
            assertThat(offer.price().amount()).hasToString("4.50 EUR");
            assertThat(offer.price().baseQuantity()).isEqualByComparingTo("1");
            assertThat(offer.minimum()).isEqualByComparingTo("1");
        }
    }

    @Test
    void article100999IsOutsideTheAssortmentOfZorggroepOnly() {
        assertThat(offer("zorggroep", "100999").visible()).isFalse();
        assertThat(offer("bouwgroep", "100999").visible()).isTrue();
        assertThat(offer("ediplus", "100999").visible()).isTrue();
        assertThat(offer("amerco", "100999").visible()).isTrue();
    }

    @Test
    void articlesAreClassifiedByThreeSchemes() {
        assertThat(offer("zorggroep", "100001").classifications())
                .containsExactly(
                        new Classification("ETIM", "9.0", "EC000125"),
                        new Classification("NZI", null, "471210"),
                        new Classification("UNSPSC", null, "39121406"));
    }

    @Test
    void someStockIsGoneSomeUnknownAndAllCustomersHaveAgreements() throws SQLException {
        assertThat(number("select count(*) from stock where quantity = 0 and restock is not null"))
                .isPositive();
        assertThat(number("select count(*) from article a where not exists"
                        + " (select from stock s where s.article = a.number)"))
                .isPositive();
        assertThat(number("select count(distinct customer) from net_price")).isEqualTo(4);
        assertThat(number("select count(distinct customer) from buyers_number")).isEqualTo(4);
        assertThat(number("select count(*) from list_price_scale")).isPositive();
        assertThat(number("select count(*) from article where successor is not null and not active"))
                .isPositive();
        assertThat(number("select count(*) from article d join article s on s.number = d.successor where not s.active"))
                .isZero();
    }

    @Test
    void aFilledCatalogueIsLeftAlone() throws SQLException {
        TestCatalogue twice = new TestCatalogue(TestDatabase.fresh());
        twice.fillDemo();
        twice.execute("update article set list_price = 9 where number = '100001'");
        twice.fillDemo();
        Offer offer = twice.offers()
                .offers(new PartyId("amerco"), List.of(Wanted.article("100001", BigDecimal.ONE)), "en")
                .get("100001");
        assertThat(offer.price().amount()).hasToString("9.00 EUR");
    }

    private Offer offer(String customer, String article) {
        return catalogue
                .offers()
                .offers(new PartyId(customer), List.of(Wanted.article(article, BigDecimal.ONE)), "nl")
                .get(article);
    }

    private static boolean isEan13(String gtin) {
        int sum = 0;
        for (int i = 0; i < 13; i++) {
            sum += (gtin.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return gtin.length() == 13 && sum % 10 == 0;
    }

    private static long number(String sql) throws SQLException {
        try (Connection connection = TestCatalogue.demo().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            assertThat(row.next()).isTrue();
            return row.getLong(1);
        }
    }
}
