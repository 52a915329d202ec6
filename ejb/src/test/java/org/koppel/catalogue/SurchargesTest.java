package org.koppel.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.koppel.platform.TestDatabase;
import org.koppel.shared.Money;
import org.koppel.shared.PartyId;

class SurchargesTest {
    private static final TestCatalogue CATALOGUE = new TestCatalogue(TestDatabase.fresh());

    @BeforeAll
    static void fill() {
        CATALOGUE.execute("""
                insert into customer (id, name, country) values ('belgian', 'B', 'BE'), ('german', 'D', 'DE'), ('agreed', 'A', 'BE'),
                    ('priced', 'P', 'BE');
                insert into article (number, unit, list_price, price_base_quantity, tax_percent) values
                    ('LAMP', 'H87', 4, 1, 21), ('WIRE', 'MTR', 30, 100, 6), ('PLAIN', 'H87', 4, 1, 21);
                insert into surcharge (number, tax_percent, position) values ('RECUPEL', null, 1), ('SABAM', 6, 2), ('COPPER', null, 3);
                insert into surcharge_text values ('RECUPEL', 'nl', 'Recupel lamp'), ('RECUPEL', 'en', 'Recupel lamps');
                insert into article_surcharge (article, surcharge, customer, country, amount, currency, valid_from, valid_to) values
                    ('LAMP', 'RECUPEL', null, 'BE', 0.05, 'EUR', '2026-01-01', null),
                    ('LAMP', 'RECUPEL', null, 'BE', 0.07, 'EUR', '2026-03-02', null),
                    ('LAMP', 'RECUPEL', null, 'BE', 0.99, 'EUR', '2026-03-03', null),
                    ('LAMP', 'RECUPEL', 'agreed', null, 0, 'EUR', '2026-01-01', null),
                    ('LAMP', 'SABAM', null, null, 0.5, 'EUR', '2026-01-01', '2026-03-02'),
                    ('LAMP', 'SABAM', 'german', null, 0.4, 'EUR', '2025-01-01', '2026-03-01'),
                    ('WIRE', 'RECUPEL', null, null, 0.0125, 'EUR', '2026-01-01', null),
                    ('PLAIN', 'RECUPEL', null, null, 1, 'USD', '2026-01-01', null);
                insert into article_surcharge (article, surcharge, amount, kilograms, currency, valid_from) values
                    ('WIRE', 'COPPER', 7.85, 0.0145, 'EUR', '2026-01-01');
                insert into article_setting (customer, surcharges) values ('priced', 'IN_PRICE');
                """);
    }

    @Test
    void theAmountThatBeganLastCountsFromItsFirstToItsLastDay() {
        assertThat(offer("belgian", "LAMP").surcharges())
                .containsExactly(
                        new Surcharge(
                                "RECUPEL",
                                "Recupel lamp",
                                Money.of("0.07", "EUR"),
                                new BigDecimal("21"),
                                Surcharge.Handling.OWN_LINE),
                        new Surcharge(
                                "SABAM",
                                "SABAM",
                                Money.of("0.50", "EUR"),
                                new BigDecimal("6"),
                                Surcharge.Handling.OWN_LINE));
    }

    @Test
    void anotherCountryOwesOnlyWhatIsDueEverywhere() {
        assertThat(numbers("german", "LAMP")).containsExactly("SABAM");
    }

    @Test
    void aCustomersOwnZeroFreesItFromASurcharge() {
        assertThat(numbers("agreed", "LAMP")).containsExactly("SABAM");
    }

    @Test
    void aSurchargeInAnotherCurrencyThanThePriceIsNotDue() {
        assertThat(numbers("belgian", "PLAIN")).isEmpty();
    }

    @Test
    void aPriceThatContainsItsSurchargesIsExactForItsPriceUnit() {
        Offer wire = offer("priced", "WIRE");
        assertThat(wire.price().amount()).isEqualTo(Money.of("30.00", "EUR"));
        assertThat(wire.handedPrice().amount().amount())
                .as("30 + 100 x 0.0125 + 100 x 7.85 x 0.0145")
                .isEqualByComparingTo("42.6325");
        assertThat(wire.handedPrice().baseQuantity()).isEqualByComparingTo("100");
    }

    @Test
    void whatIsDueByWeightIsCountedForTheWeightOfOneUnit() {
        assertThat(offer("belgian", "WIRE").surcharges())
                .filteredOn(s -> s.number().equals("COPPER"))
                .singleElement()
                .satisfies(s -> assertThat(s.amount().amount()).isEqualByComparingTo("0.113825"));
    }

    @Test
    void stockIsAFigureUnlessAgreedOtherwise() {
        CATALOGUE.execute("insert into article_setting (customer, stock) values ('german', 'LIGHT')");
        assertThat(CATALOGUE.articleSettings().stock(new PartyId("german"))).isEqualTo(StockDisplay.LIGHT);
        assertThat(CATALOGUE.articleSettings().stock(new PartyId("belgian"))).isEqualTo(StockDisplay.FIGURE);
    }

    @Test
    void whatIsAgreedTakesThePlaceOfWhatWasAgreedBefore() {
        PartyId customer = new PartyId("agreed");
        ArticleSettings settings = CATALOGUE.articleSettings();
        assertThat(settings.of(customer)).isEqualTo(ArticleSettings.Agreed.USUAL);
        settings.save(customer, new ArticleSettings.Agreed(StockDisplay.HIDDEN, Surcharge.Handling.IN_PRICE));
        ArticleSettings.Agreed last = new ArticleSettings.Agreed(StockDisplay.LIGHT, Surcharge.Handling.NOT_RETURNED);
        settings.save(customer, last);
        assertThat(settings.of(customer)).isEqualTo(last);
        assertThat(offer("agreed", "LAMP").surcharges())
                .extracting(Surcharge::handling)
                .containsOnly(Surcharge.Handling.NOT_RETURNED);
    }

    @Test
    void theListContainsWhatTheOfferContains() {
        assertThat(CATALOGUE.listings().listings(new PartyId("priced"), List.of("LAMP", "PLAIN", "WIRE")))
                .hasSize(3)
                .allSatisfy(l -> assertThat(l.scales())
                        .singleElement()
                        .satisfies(s -> assertThat(s.price().perOne().amount())
                                .isEqualByComparingTo(offer("priced", l.article())
                                        .handedPrice()
                                        .perOne()
                                        .amount())));
        assertThat(CATALOGUE
                        .listings()
                        .listings(new PartyId("belgian"), List.of("LAMP"))
                        .get(0)
                        .scales()
                        .get(0)
                        .price())
                .isEqualTo(offer("belgian", "LAMP").price());
    }

    @Test
    void surchargesAreKnownByNumberWhateverTheSpelling() {
        assertThat(CATALOGUE.surcharges().known(List.of("recu-pel", "LAMP", "")))
                .containsExactly("recu-pel");
    }

    private static List<String> numbers(String customer, String article) {
        return offer(customer, article).surcharges().stream()
                .map(Surcharge::number)
                .toList();
    }

    private static Offer offer(String customer, String article) {
        return CATALOGUE
                .offers()
                .offers(new PartyId(customer), List.of(Wanted.article(article, null)), "nl")
                .get(article);
    }
}
