package org.koppel.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.koppel.document.Price;
import org.koppel.platform.TestDatabase;
import org.koppel.shared.Money;
import org.koppel.shared.PartyId;

class OffersTest {
    private static final PartyId ACME = new PartyId("acme");
    private static final PartyId OTHER = new PartyId("other");
    private static final PartyId PICKY = new PartyId("picky");
    private static final PartyId SWISS = new PartyId("swiss");
    private static final DataSource DATABASE = TestDatabase.fresh();
    private static final TestCatalogue CATALOGUE = new TestCatalogue(DATABASE);
    private final Offers offers = CATALOGUE.offers();

    @BeforeAll
    static void fill() {
        CATALOGUE.execute("""
                insert into customer (id, name) values ('acme', 'Acme'), ('other', 'Other'), ('picky', 'Picky');
                insert into customer (id, name, currency) values ('swiss', 'Swiss', 'CHF');
                insert into category (code) values ('cable'), ('cable.data'), ('cables'), ('lamp');
                insert into article (number, gtin, manufacturer, manufacturers_id, category, unit, minimum, step, discount_group, list_price,
                        price_base_quantity, successor, active) values
                    ('A-1', '5412345000013', 'Volt', 'V.100/2', 'cable', 'H87', 1, 1, 'G', 10, 1, null, true),
                    ('A2', null, 'Volt', 'SAME', 'cable.data', 'MTR', 100, 50, 'G', 33.3333, 100, null, true),
                    ('A3', null, 'Amp', 'SA-ME', 'cables', 'H87', 1, 1, null, 5, 1, null, true),
                    ('OLD', '5412345000020', 'Volt', 'V9', 'lamp', 'H87', 1, 1, 'G', 8, 1, 'NEW', false),
                    ('NEW', '5412345000020', 'Volt', 'V9', 'lamp', 'H87', 1, 1, 'G', 9, 1, null, true),
                    ('GONE', null, 'Volt', 'V10', 'lamp', 'H87', 1, 1, 'G', 9, 1, null, false);
                insert into article_text (article, language, name) values ('A-1', 'nl', 'Kabel'), ('A-1', 'en', 'Cable'), ('A2', 'fr', 'Câble');
                insert into list_price_scale values ('A-1', 10, 9), ('A-1', 100, 8);
                insert into customer_discount values ('acme', 'G', 20, '2026-01-01', null), ('acme', 'G', 33.33, '2026-03-01', '2026-03-31'),
                    ('acme', 'G', 90, '2026-03-03', null), ('other', 'G', 50, '2025-01-01', '2026-03-01');
                insert into net_price (customer, article, from_quantity, price, base_quantity) values
                    ('acme', 'A3', 5, 4.2, 1), ('acme', 'A3', 50, 390, 100);
                insert into net_price (customer, article, from_quantity, price, currency) values ('swiss', 'A3', 1, 4.7, 'CHF');
                insert into stock values ('A-1', 12, null), ('A2', 0, '2026-04-01');
                insert into buyers_number (customer, article, number) values ('acme', 'A-1', 'mine 7'), ('other', 'A2', 'MINE-7'),
                    ('acme', 'A2', 'twice'), ('acme', 'A3', 'TWICE');
                insert into assortment_rule values ('picky', 'INCLUDE', null, 'cable'), ('picky', 'INCLUDE', 'NEW', null),
                    ('picky', 'EXCLUDE', 'A-1', null), ('other', 'EXCLUDE', null, 'lamp');
                """);
    }

    @Test
    void theListPriceLessTheDiscountThatBeganLastIsRoundedToFourDecimals() {
        assertThat(price(ACME, "A-1", "1")).isEqualTo(price("6.667", "1"));
        assertThat(price(ACME, "A2", "100")).isEqualTo(price("22.2233", "100")); // 33.3333 less 33.33 % = 22.22331...
    }

    @Test
    void aDiscountThatIsOverOrNotYetBegunDoesNotCount() {
        assertThat(price(OTHER, "A-1", "1")).isEqualTo(price("10.00", "1"));
    }

    @Test
    void theHighestListScaleThatTheQuantityReachesCounts() {
        assertThat(price(OTHER, "A-1", "9.999")).isEqualTo(price("10.00", "1"));
        assertThat(price(OTHER, "A-1", "10")).isEqualTo(price("9.00", "1"));
        assertThat(price(OTHER, "A-1", "5000")).isEqualTo(price("8.00", "1"));
        assertThat(price(ACME, "A-1", "100")).isEqualTo(price("5.3336", "1")); // 8 less 33.33 %
    }

    @Test
    void aNetPriceBeatsListPriceAndDiscountFromItsQuantityOn() {
        assertThat(price(ACME, "A3", "4")).isEqualTo(price("5.00", "1"));
        assertThat(price(ACME, "A3", "5")).isEqualTo(price("4.20", "1"));
        assertThat(price(ACME, "A3", "50")).isEqualTo(price("390.00", "100"));
        assertThat(price(OTHER, "A3", "50")).isEqualTo(price("5.00", "1"));
    }

    @Test
    void aPriceInAnotherCurrencyThanTheCustomersIsNone() {
        assertThat(offer(SWISS, Wanted.article("A-1", BigDecimal.ONE)).price()).isNull();
        assertThat(price(SWISS, "A3", "1")).isEqualTo(new Price(Money.of("4.70", "CHF"), BigDecimal.ONE));
    }

    @Test
    void withoutAQuantityTheMinimumIsPriced() {
        CATALOGUE.execute("insert into list_price_scale values ('A2', 100, 30)");
        try {
            assertThat(offer(OTHER, Wanted.article("A2", null)).price()).isEqualTo(price("30.00", "100"));
        } finally {
            CATALOGUE.execute("delete from list_price_scale where article = 'A2'");
        }
    }

    @Test
    void stockUnitsAndNamesComeWithTheOffer() {
        Offer cable = offer(ACME, Wanted.article("A-1", BigDecimal.ONE));
        assertThat(cable.stock()).isEqualByComparingTo("12");
        assertThat(cable.buyersId()).isEqualTo("mine 7");
        assertThat(cable.description()).isEqualTo("Kabel");
        Offer byTheMetre = offer(ACME, Wanted.article("A2", BigDecimal.ONE));
        assertThat(byTheMetre.minimum()).hasToString("100");
        assertThat(byTheMetre.step()).hasToString("50");
        assertThat(byTheMetre.restock()).isEqualTo(LocalDate.of(2026, 4, 1));
        assertThat(byTheMetre.description()).isEqualTo("Câble");
        assertThat(offer(ACME, Wanted.article("A3", BigDecimal.ONE)).stock()).isZero();
        assertThat(offers.offers(ACME, List.of(Wanted.article("A-1", null)), "xx")
                        .get("A-1")
                        .description())
                .isEqualTo("Cable");
    }

    @Test
    void numbersAreFoundWhateverTheirSignsAndCase() {
        assertThat(found("a1", null, null, null)).isEqualTo("A-1");
        assertThat(found("A 1.", null, null, null)).isEqualTo("A-1");
        assertThat(found(null, "MINE-7", null, null)).isEqualTo("A-1");
        assertThat(found(null, null, "v100-2", null)).isEqualTo("A-1");
        assertThat(found(null, null, null, "05412345000013")).isEqualTo("A-1");
        assertThat(found(null, null, null, "5 412345 000013")).isEqualTo("A-1");
    }

    @Test
    void aBuyersNumberIsThatCustomersOnly() {
        assertThat(offers.offers(OTHER, List.of(new Wanted("1", null, "mine7", null, null, null)), "nl")
                        .get("1")
                        .article())
                .isEqualTo("A2");
        assertThat(offers.offers(PICKY, List.of(new Wanted("1", null, "mine7", null, null, null)), "nl"))
                .isEmpty();
    }

    @Test
    void aNumberThatSeveralArticlesShareNamesNoneAndTheNextIsTried() {
        assertThat(found(null, "twice", null, null)).isNull();
        assertThat(found(null, null, "same", null)).isNull();
        assertThat(found(null, "twice", "V100/2", null)).isEqualTo("A-1");
    }

    @Test
    void aNumberOfALivingAndADeadArticleNamesTheLiving() {
        assertThat(found(null, null, null, "5412345000020")).isEqualTo("NEW");
    }

    @Test
    void anUnknownSupplierNumberIsUnknownWhateverElseIsGiven() {
        assertThat(found("nope", "mine 7", "V100/2", "5412345000013")).isNull();
        assertThat(found(" ", "mine 7", null, null)).isEqualTo("A-1");
        assertThat(found("--", null, null, null)).isNull();
        assertThat(found(null, null, null, null)).isNull();
        assertThat(found("x' or '1'='1\0", null, null, null)).isNull();
    }

    @Test
    void anAssortmentThatIncludesShowsNothingElseAndExclusionsWin() {
        assertThat(visible(PICKY, "A2")).isTrue();
        assertThat(visible(PICKY, "NEW")).isTrue();
        assertThat(visible(PICKY, "A-1")).isFalse();
        assertThat(visible(PICKY, "A3")).as("cables is not below cable").isFalse();
        assertThat(visible(OTHER, "A3")).isTrue();
        assertThat(visible(OTHER, "NEW")).isFalse();
        assertThat(visible(ACME, "NEW")).isTrue();
    }

    @Test
    void aDeadArticleNamesItsSuccessorToWhoMaySeeIt() {
        Offer dead = offer(ACME, Wanted.article("OLD", null));
        assertThat(dead.visible()).isFalse();
        assertThat(dead.successor()).isEqualTo("NEW");
        assertThat(offer(OTHER, Wanted.article("OLD", null)).successor()).isNull();
        assertThat(offer(ACME, Wanted.article("GONE", null)).successor()).isNull();
    }

    @Test
    void plainLinesAreAnsweredAlikeWhateverElseIsAskedWithThem() {
        for (PartyId customer : List.of(ACME, OTHER, PICKY, SWISS)) {
            List<Wanted> plain = new ArrayList<>();
            for (String number : List.of("A2", "NEW", "A-1", "A3")) {
                plain.add(new Wanted(number, number, null, null, null, null));
                plain.add(new Wanted("50 " + number, number, null, null, null, BigDecimal.valueOf(50)));
            }
            List<Wanted> mixed = new ArrayList<>(plain);
            mixed.add(new Wanted("unknown", null, "nobody's", null, null, BigDecimal.ONE));

            assertThat(offers.offers(customer, mixed, "nl")).hasSize(8).isEqualTo(offers.offers(customer, plain, "nl"));
        }
    }

    @Test
    void linesThatNeedALongerLookKeepTheirPlaceAmongTheOthers() {
        List<Wanted> wanted = new ArrayList<>();
        for (String number : List.of("OLD", "A-1", "nope", "a 2", "A3", "GONE")) {
            wanted.add(Wanted.article(number, BigDecimal.ONE));
        }

        Map<String, Offer> found = offers.offers(ACME, wanted, "nl");

        assertThat(found.keySet()).containsExactly("OLD", "A-1", "a 2", "A3", "GONE");
        assertThat(found.get("OLD").successor()).isEqualTo("NEW");
        assertThat(found.get("a 2").article()).isEqualTo("A2");
        assertThat(found.get("GONE").visible()).isFalse();
    }

    @Test
    void anyNumberOfLinesCostsOneStatementAndASecondForThoseThatNeedALongerLook() throws SQLException {
        List<Wanted> many = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            many.add(new Wanted("line " + i, i % 2 == 0 ? "A-1" : "A3", null, null, null, BigDecimal.valueOf(i + 1L)));
        }
        try (Connection connection = DATABASE.getConnection()) {
            OneConnection counted = new OneConnection(connection);
            Map<String, Offer> found =
                    new Offers(new CatalogueDatabase(counted), TestCatalogue.MONDAY).offers(ACME, many, "nl");
            assertThat(found).hasSize(500);
            assertThat(new ArrayList<>(found.keySet()))
                    .startsWith("line 0", "line 1")
                    .endsWith("line 499");
            assertThat(counted.statements()).isEqualTo(1);
            many.add(Wanted.article("OLD", null));
            many.add(Wanted.article("GONE", null));
            new Offers(new CatalogueDatabase(counted), TestCatalogue.MONDAY).offers(ACME, many, "nl");
            assertThat(counted.statements()).isEqualTo(3);
        }
    }

    private Offer offer(PartyId customer, Wanted wanted) {
        return offers.offers(customer, List.of(wanted), "nl").get(wanted.key());
    }

    private Price price(PartyId customer, String article, String quantity) {
        return offer(customer, Wanted.article(article, new BigDecimal(quantity)))
                .price();
    }

    private static Price price(String amount, String base) {
        return new Price(
                Money.of(amount, "EUR"),
                new BigDecimal(base).stripTrailingZeros().setScale(0));
    }

    private String found(String article, String buyers, String manufacturers, String gtin) {
        Offer offer = offer(ACME, new Wanted("1", article, buyers, manufacturers, gtin, BigDecimal.ONE));
        return offer == null ? null : offer.article();
    }

    private boolean visible(PartyId customer, String article) {
        return offer(customer, Wanted.article(article, null)).visible();
    }
}
