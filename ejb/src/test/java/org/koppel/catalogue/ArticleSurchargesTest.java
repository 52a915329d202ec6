package org.koppel.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.koppel.catalogue.ArticleSurcharge.Outcome;
import org.koppel.platform.TestDatabase;
import org.koppel.shared.PartyId;

class ArticleSurchargesTest {
    private static final PartyId BELGIAN = new PartyId("belgian");
    private final TestCatalogue catalogue = new TestCatalogue(TestDatabase.fresh());
    private final ArticleSurcharges owed = catalogue.articleSurcharges();
    private final SurchargeKinds kinds = catalogue.surchargeKinds();

    @BeforeEach
    void fill() {
        catalogue.execute("""
                insert into customer (id, name, country) values ('belgian', 'B', 'BE');
                insert into article (number, unit, list_price, tax_percent, changed_at) values ('199001', 'H87', 4, 21, '2020-01-01'),
                    ('199003', 'H87', 4, 21, '2020-01-01');
                """);
        kinds.save(new SurchargeKind("AUVIBEL", "", Map.of("nl", "Auvibel thuiskopie", "fr", "")));
        kinds.save(new SurchargeKind("ECOTAX-BAT", "6", Map.of("en", "Ecotax")));
    }

    @Test
    void theNextPriceKnowsWhatWasKeptAndForgetsWhatWasRemoved() {
        ArticleSurcharge said = said("199001", "auvibel", "0,42", "", "be", "", "", "2026-03-02", "");
        assertThat(owed.add(said)).isEqualTo(Outcome.ADDED);
        assertThat(surcharges("199001")).singleElement().satisfies(s -> {
            assertThat(s.number()).isEqualTo("AUVIBEL");
            assertThat(s.name()).isEqualTo("Auvibel thuiskopie");
            assertThat(s.amount().amount()).isEqualByComparingTo("0.42");
        });
        assertThat(owed.add(said)).isEqualTo(Outcome.KNOWN);
        assertThat(owed.add(said("199001", "AUVIBEL", "0.5", "", "BE", "", "EUR", "2026-03-02", "")))
                .isEqualTo(Outcome.CHANGED);
        assertThat(surcharges("199001").get(0).amount().amount()).isEqualByComparingTo("0.5");
        owed.of("1990", "", 10).forEach(owed::remove);
        assertThat(surcharges("199001")).isEmpty();
        assertThat(owed.of("", "", 10)).isEmpty();
    }

    @Test
    void theNextDeltaOfAPriceListCarriesTheArticle() {
        Instant before = Instant.parse("2021-01-01T00:00:00Z");
        assertThat(catalogue.listings().numbers(BELGIAN, before, "", 10)).isEmpty();
        owed.add(said("199001", "AUVIBEL", "1", "", "", "", "", "", ""));
        assertThat(catalogue.listings().numbers(BELGIAN, before, "", 10)).containsExactly("199001");
    }

    @ParameterizedTest
    @CsvSource({ // begins, ends, in prices of, asked since; today is 2 March
        "2026-03-02, '', belgian, 2026-03-01T12:00:00Z, 199001",
        "2026-03-02, '', belgian, 2026-03-02T00:00:00Z, 199001",
        "2026-03-02, '', belgian, 2026-03-02T00:00:01Z, ''",
        "2026-03-03, '', belgian, 2026-03-01T12:00:00Z, ''",
        "2026-01-01, 2026-03-01, belgian, 2026-03-01T12:00:00Z, 199001",
        "2026-01-01, 2026-03-01, belgian, 2026-03-02T00:00:01Z, ''",
        "2026-01-01, 2026-03-02, belgian, 2026-03-01T12:00:00Z, ''",
        "2026-03-02, '', other, 2026-03-01T12:00:00Z, ''"
    })
    void anAmountThatBeginsOrEndsByItsDateBringsTheArticleWherePricesContainIt(
            String from, String to, String customer, Instant since, String article) {
        catalogue.execute("insert into customer (id, name, country) values ('other', 'O', 'BE');"
                + " insert into article_setting (customer, surcharges) values ('" + customer + "', 'IN_PRICE')");
        owed.add(said("199001", "AUVIBEL", "1", "", "BE", "", "", from, to));
        catalogue.execute("update article set changed_at = '2020-01-01'; delete from article_change");
        List<String> expected = article.isEmpty() ? List.of() : List.of(article);
        assertThat(catalogue.listings().numbers(BELGIAN, since, "", 10)).isEqualTo(expected);
    }

    @Test
    void anAmountOfAnotherCountryChangesNoPrice() {
        catalogue.execute("insert into article_setting (customer, surcharges) values ('belgian', 'IN_PRICE')");
        owed.add(said("199001", "AUVIBEL", "1", "", "NL", "", "", "2026-03-02", ""));
        catalogue.execute("update article set changed_at = '2020-01-01'; delete from article_change");
        assertThat(catalogue.listings().numbers(BELGIAN, Instant.parse("2026-03-01T00:00:00Z"), "", 10))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "nothing, AUVIBEL, 1, '', '', '', '', '', '', ARTICLE",
        "199001, nothing, 1, '', '', '', '', '', '', SURCHARGE",
        "199001, AUVIBEL, '', '', '', '', '', '', '', AMOUNT",
        "199001, AUVIBEL, -1, '', '', '', '', '', '', AMOUNT",
        "199001, AUVIBEL, 1e9, '', '', '', '', '', '', AMOUNT",
        "199001, AUVIBEL, 0.1234567, '', '', '', '', '', '', AMOUNT",
        "199001, AUVIBEL, 1, 0, '', '', '', '', '', KILOGRAMS",
        "199001, AUVIBEL, 1, x, '', '', '', '', '', KILOGRAMS",
        "199001, AUVIBEL, 1, '', XX, '', '', '', '', COUNTRY",
        "199001, AUVIBEL, 1, '', '', nobody, '', '', '', CUSTOMER",
        "199001, AUVIBEL, 1, '', '', '', EURO, '', '', CURRENCY",
        "199001, AUVIBEL, 1, '', '', '', '', 2026-02-30, '', DAY",
        "199001, AUVIBEL, 1, '', '', '', '', 2026-02-03, 2026-02-02, DAY",
        "199001, AUVIBEL, 0, 0.5, nl, belgian, usd, 2026-02-03, 2026-02-03, ADDED"
    })
    void whatCannotBeIsRefusedWithTheReason(
            String article,
            String surcharge,
            String amount,
            String kilograms,
            String country,
            String customer,
            String currency,
            String from,
            String to,
            Outcome outcome) {
        assertThat(owed.add(said(article, surcharge, amount, kilograms, country, customer, currency, from, to)))
                .isEqualTo(outcome);
    }

    @Test
    void theListIsNarrowedByArticleAndSurcharge() throws CsvRows.UnreadableException {
        List<ArticleSurcharge.Line> lines = owed.addAll(ArticleSurcharge.read(
                "\uFEFFArtikel;Toeslag;Bedrag\r\n199001;AUVIBEL;0,1\r\n199003;ECOTAX-BAT;2;0,5\r\n\r\n199003;none;1\r\n"
                        .getBytes(StandardCharsets.UTF_8)));
        assertThat(lines)
                .extracting(ArticleSurcharge.Line::outcome)
                .containsExactly(Outcome.ADDED, Outcome.ADDED, Outcome.SURCHARGE);
        assertThat(owed.of("199003", "", 10))
                .containsExactly(said("199003", "ECOTAX-BAT", "2", "0.5", "", "", "EUR", "2026-03-02", ""));
        assertThat(owed.of("", "AUVIBEL", 10))
                .extracting(ArticleSurcharge::article)
                .containsExactly("199001");
        assertThat(owed.of("%", "", 10)).isEmpty();
    }

    @Test
    void theSampleFilesCanBeImportedAsTheyAre() throws CsvRows.UnreadableException {
        assertThat(owed.addAll(ArticleSurcharge.read(ArticleSurcharge.SAMPLE.getBytes(StandardCharsets.UTF_8))))
                .hasSize(2)
                .extracting(ArticleSurcharge.Line::outcome)
                .containsOnly(Outcome.ADDED);
        catalogue.execute("insert into article (number, unit, list_price) values ('199002', 'H87', 1)");
        assertThat(catalogue.accessories().addAll(Accessory.read(Accessory.SAMPLE.getBytes(StandardCharsets.UTF_8))))
                .hasSize(2)
                .extracting(Accessory.Line::outcome)
                .containsOnly(Accessory.Outcome.ADDED);
    }

    @Test
    void aSurchargeHasANumberThatNoArticleHasAndStaysWhileArticlesBearIt() {
        assertThat(kinds.save(new SurchargeKind("199-001", "", Map.of("en", "x"))))
                .isEqualTo(SurchargeKind.Outcome.ARTICLE);
        assertThat(kinds.save(new SurchargeKind("<b>", "", Map.of("en", "x")))).isEqualTo(SurchargeKind.Outcome.NUMBER);
        assertThat(kinds.save(new SurchargeKind("S", "100", Map.of("en", "x")))).isEqualTo(SurchargeKind.Outcome.TAX);
        assertThat(kinds.save(new SurchargeKind("S", "", Map.of("en", " ")))).isEqualTo(SurchargeKind.Outcome.NAME);
        assertThat(kinds.save(new SurchargeKind("auvibel", "6,5", Map.of("fr", "Copie"))))
                .isEqualTo(SurchargeKind.Outcome.KEPT);
        assertThat(kinds.all())
                .containsExactly(
                        new SurchargeKind("AUVIBEL", "6.5", Map.of("fr", "Copie")),
                        new SurchargeKind("ECOTAX-BAT", "6", Map.of("en", "Ecotax")));
        owed.add(said("199001", "AUVIBEL", "1", "", "", "", "", "", ""));
        assertThat(kinds.remove("AUVIBEL")).isEqualTo(SurchargeKind.Outcome.BORNE);
        assertThat(kinds.remove("ECOTAX-BAT")).isEqualTo(SurchargeKind.Outcome.KEPT);
        assertThat(kinds.all()).extracting(SurchargeKind::number).containsExactly("AUVIBEL");
        assertThat(surcharges("199001").get(0).taxPercent()).isEqualByComparingTo(new BigDecimal("6.5"));
    }

    @Test
    void anAccessoryIsKeptOnceAtItsPlace() {
        Accessories accessories = catalogue.accessories();
        assertThat(accessories.add(new Accessory("199001", "199003", "2"))).isEqualTo(Accessory.Outcome.ADDED);
        assertThat(accessories.add(new Accessory("199001", "199003", "2"))).isEqualTo(Accessory.Outcome.KNOWN);
        assertThat(accessories.add(new Accessory("199001", "199003", "1"))).isEqualTo(Accessory.Outcome.CHANGED);
        assertThat(accessories.add(new Accessory("199001", "199001", ""))).isEqualTo(Accessory.Outcome.SAME);
        assertThat(accessories.add(new Accessory("no", "199001", ""))).isEqualTo(Accessory.Outcome.ARTICLE);
        assertThat(accessories.add(new Accessory("199001", "no", ""))).isEqualTo(Accessory.Outcome.ACCESSORY);
        assertThat(accessories.add(new Accessory("199001", "199003", "first"))).isEqualTo(Accessory.Outcome.POSITION);
        assertThat(accessories.of("1990", 10)).containsExactly(new Accessory("199001", "199003", "1"));
        accessories.remove(new Accessory("199001", "199003", ""));
        assertThat(accessories.of("", 10)).isEmpty();
    }

    @Test
    void aFileThatIsNoneIsRefusedAsAWhole() {
        assertThatThrownBy(() -> ArticleSurcharge.read("article;surcharge;amount\n".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        CsvRows.UnreadableException.class,
                        e -> assertThat(e.problem()).isEqualTo(CsvRows.Problem.EMPTY));
    }

    private List<Surcharge> surcharges(String article) {
        return catalogue
                .offers()
                .offers(BELGIAN, List.of(Wanted.article(article, null)), "nl")
                .get(article)
                .surcharges();
    }

    private static ArticleSurcharge said(
            String article,
            String surcharge,
            String amount,
            String kilograms,
            String country,
            String customer,
            String currency,
            String from,
            String to) {
        return new ArticleSurcharge(article, surcharge, amount, kilograms, country, customer, currency, from, to);
    }
}
