package org.koppel.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.koppel.catalogue.ArticleSurcharge.Outcome;
import org.koppel.shared.PartyId;

class ListingChangesTest {
    private static final PartyId BOUWGROEP = new PartyId("bouwgroep");
    private static final PartyId ZORGGROEP = new PartyId("zorggroep");
    private static TestCatalogue catalogue;

    @BeforeAll
    static void fill() {
        catalogue = new TestCatalogue(TestCatalogue.ownDemo());
        catalogue.execute("insert into article (number, unit, list_price, discount_group) values"
                + " ('990001', 'H87', 10, 'DATED'), ('990002', 'H87', 10, 'DATED'), ('990003', 'H87', 10, null)");
        catalogue.execute("delete from customer_discount where customer = 'bouwgroep'");
        catalogue.execute("insert into surcharge (number) values ('ECO-TEST')");
    }

    /** Nothing has changed yet. */
    @BeforeEach
    void forget() {
        catalogue.execute("delete from customer_discount where discount_group = 'DATED'");
        catalogue.execute("update article set changed_at = '2020-01-01' where changed_at > '2020-01-01'");
        catalogue.execute("delete from article_change");
    }

    private static List<String> changed(PartyId customer) {
        return catalogue.listings().numbers(customer, Instant.now().minusSeconds(60), "", 5000);
    }

    private static List<String> gone(PartyId customer) {
        return catalogue.listings().gone(Audience.of(customer), Instant.now().minusSeconds(60), "", 5000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update article set list_price = list_price + 1 where number = '990003'",
                "insert into net_price (customer, article, from_quantity, price) values ('bouwgroep', '990003', 5, 9)",
                "update net_price set price = price + 1 where customer = 'bouwgroep' and article = '990003';"
                        + " insert into net_price (customer, article, from_quantity, price) values ('bouwgroep', '990003', 6, 9)",
                "insert into net_price (customer, article, from_quantity, price) values ('bouwgroep', '990003', 7, 9);"
                        + " delete from article_change;"
                        + " delete from net_price where customer = 'bouwgroep' and article = '990003' and from_quantity = 7",
                "insert into list_price_scale values ('990003', 50, 8)",
                "update list_price_scale set price = price - 1 where article = '990003'; insert into list_price_scale"
                        + " values ('990003', 60, 7)",
                "insert into article_text (article, language, name) values ('990003', 'nl', 'Doos') on conflict"
                        + " (article, language) do update set name = excluded.name",
                "insert into buyers_number (customer, article, number) values ('bouwgroep', '990003', 'B-' || random())",
                "insert into article_classification values ('990003', 'NZI', '', 'N-' || random())",
                "insert into assortment_rule (customer, effect, article) values ('bouwgroep', 'EXCLUDE', '990003');"
                        + " delete from assortment_rule where customer = 'bouwgroep' and article = '990003'"
            })
    void aChangeOfPriceTextNumberOrAssortmentBringsTheArticleOnce(String change) {
        assertThat(changed(BOUWGROEP)).isEmpty();
        catalogue.execute(change);
        assertThat(changed(BOUWGROEP)).containsExactly("990003");
    }

    @Test
    void anotherCustomersPriceOrNumberIsNoChange() {
        catalogue.execute(
                "insert into net_price (customer, article, from_quantity, price) values ('zorggroep', '990003', 9, 9)");
        catalogue.execute("insert into buyers_number (customer, article, number) values ('zorggroep', '990003', 'Z')");
        assertThat(changed(BOUWGROEP)).isEmpty();
    }

    @Test
    void anUpdateThatChangesNothingIsNoChange() {
        catalogue.execute("update article set list_price = list_price");
        assertThat(changed(BOUWGROEP)).isEmpty();
    }

    @Test
    void aDiscountBringsTheArticlesOfItsGroup() {
        catalogue.execute("insert into customer_discount values ('bouwgroep', 'DATED', 10, '2026-01-01', null)");
        assertThat(changed(BOUWGROEP)).containsExactly("990001", "990002");
        assertThat(changed(ZORGGROEP)).isEmpty();
    }

    @Test
    void aDiscountCountsAtItsDates() {
        catalogue.execute(
                "insert into customer_discount values ('bouwgroep', 'DATED', 10, '2026-02-10', '2026-02-20')");
        catalogue.execute("delete from article_change");
        assertThat(since("2026-02-09T12:00:00Z")).containsExactly("990001", "990002");
        assertThat(since("2026-02-15T12:00:00Z")).containsExactly("990001", "990002"); // it ended since
        assertThat(since("2026-02-21T00:00:01Z")).isEmpty();
    }

    private static List<String> since(String moment) {
        return catalogue.listings().numbers(BOUWGROEP, Instant.parse(moment), "", 10);
    }

    @Test
    void aSurchargeOfTheServiceBringsTheArticle() {
        ArticleSurcharge owed = new ArticleSurcharge("990003", "ECO-TEST", "0.10", "", "", "", "", "2026-01-01", "");
        assertThat(catalogue.articleSurcharges().add(owed)).isIn(Outcome.ADDED, Outcome.CHANGED);
        assertThat(catalogue.listings().numbers(BOUWGROEP, Instant.parse("2026-03-01T00:00:00Z"), "", 10))
                .containsExactly("990003");
    }

    @Test
    void howSurchargesAreHandedOverChangesEveryPriceOfTheCustomer() {
        catalogue.execute("insert into article_setting (customer, surcharges) values ('bouwgroep', 'OWN_LINE')"
                + " on conflict (customer) do update set surcharges = excluded.surcharges");
        assertThat(changed(BOUWGROEP)).hasSizeGreaterThan(1000);
        assertThat(changed(ZORGGROEP)).isEmpty();
    }

    @Test
    void manyChangesInOneStatementAreOneNoteThatAllMayHaveChanged() {
        catalogue.execute(
                "insert into article (number, unit, list_price) select 'M' || n, 'H87', 1 from generate_series(1, 60000) n");
        catalogue.execute("update article set changed_at = '2020-01-01'");
        catalogue.execute("delete from article_change");
        catalogue.execute("insert into net_price (customer, article, price) select 'bouwgroep', 'M' || n, 1"
                + " from generate_series(1, 60000) n");
        assertThat(changed(BOUWGROEP)).hasSize(5000).contains("100001");
        assertThat(changed(ZORGGROEP)).isEmpty();
    }

    @Test
    void anArticleThatIsSwitchedOffIsGoneForThoseWhoCouldSeeIt() {
        catalogue.execute(
                "insert into assortment_rule (customer, effect, article) values ('zorggroep', 'EXCLUDE', '990002')");
        catalogue.execute("delete from article_change");
        catalogue.execute("update article set active = false where number = '990002'");
        try {
            assertThat(changed(BOUWGROEP)).isEmpty();
            assertThat(gone(BOUWGROEP)).containsExactly("990002");
            assertThat(gone(ZORGGROEP)).isEmpty();
            assertThat(catalogue.listings().listings(BOUWGROEP, List.of("990001", "990002")))
                    .extracting(Listing::article)
                    .containsExactly("990001");
        } finally {
            catalogue.execute("update article set active = true where number = '990002'");
            catalogue.execute("delete from assortment_rule where article = '990002'");
        }
    }

    @Test
    void anArticleThatARuleShutsOutIsGone() {
        catalogue.execute(
                "insert into assortment_rule (customer, effect, article) values ('bouwgroep', 'EXCLUDE', '990001')");
        try {
            assertThat(changed(BOUWGROEP)).isEmpty();
            assertThat(gone(BOUWGROEP)).containsExactly("990001");
            assertThat(gone(ZORGGROEP)).isEmpty();
        } finally {
            catalogue.execute("delete from assortment_rule where article = '990001'");
        }
    }

    @Test
    void theDaysOfADiscountEndWhereTheNextBegins() {
        catalogue.execute("insert into customer_discount values ('bouwgroep', 'DATED', 10, '2026-01-01', '2026-03-31'),"
                + " ('bouwgroep', 'DATED', 20, '2026-03-15', null)");
        Listing dated =
                catalogue.listings().listings(BOUWGROEP, List.of("990001")).get(0);
        assertThat(dated.validFrom()).isEqualTo(LocalDate.of(2026, 1, 1));
        assertThat(dated.validTo()).isEqualTo(LocalDate.of(2026, 3, 14));
    }
}
