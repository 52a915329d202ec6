package org.koppel.punchout.peppol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.koppel.codec.ubl.PeppolDocument;
import org.koppel.codec.ubl.PeppolFinding;
import org.koppel.codec.ubl.PeppolRules;
import org.koppel.document.Classification;
import org.koppel.document.Price;
import org.koppel.punchout.ACartItem;
import org.koppel.punchout.CartItem;
import org.koppel.punchout.Wishes;
import org.koppel.shared.Money;
import org.koppel.shared.UnitCode;

class ShoppingCartWriterTest {
    private static final LocalDateTime MONDAY = LocalDateTime.parse("2026-11-16T09:05:07");
    private static final ItemTax STANDARD = new ItemTax("S", new BigDecimal("21"));
    private final PeppolRules rules = new PeppolRules();

    @Test
    void aCartPassesTheRulesOfPeppol() {
        assertThat(findings(cart(cable(), STANDARD))).isEmpty();
    }

    @Test
    void theKnownGoodCartIsWhatTheWriterWrites() throws IOException {
        try (InputStream good = PeppolWarmUp.class.getResourceAsStream("good-cart.xml")) {
            assertThat(ShoppingCartWriter.write(cart(cable(), STANDARD)))
                    .isEqualTo(new String(good.readAllBytes(), StandardCharsets.UTF_8).strip());
        }
    }

    @Test
    void filesOfALineTravelInTheDocumentOrByTheirAddress() {
        ShoppingCart plain = cart(cable(), STANDARD);
        byte[] pdf = "%PDF-1.7".getBytes(StandardCharsets.US_ASCII);
        ShoppingCart cart = new ShoppingCart(
                plain.reference(),
                plain.issuedAt(),
                plain.validUntil(),
                plain.contract(),
                plain.buyerReference(),
                plain.seller(),
                plain.buyer(),
                List.of(new ShoppingCart.Line(
                        cable(),
                        STANDARD,
                        List.of(
                                new EnclosedFile("1", "plan \"A\".pdf", "application/pdf", pdf, "https://x.example/1"),
                                new EnclosedFile("2", "note.txt", "text/plain", null, "https://x.example/2")))));

        assertThat(findings(cart)).isEmpty();
        assertThat(ShoppingCartWriter.write(cart))
                .contains("<cbc:DocumentDescription>plan \"A\".pdf</cbc:DocumentDescription>")
                .contains("mimeCode=\"application/pdf\" filename=\"plan &quot;A&quot;.pdf\">JVBERi0xLjc=<")
                .contains("<cac:ExternalReference><cbc:URI>https://x.example/2</cbc:URI>");
    }

    @Test
    void aCartWithNothingButTheNecessaryPassesToo() {
        CartItem bare = ACartItem.of(1, "100001", "Kabel")
                .quantity(BigDecimal.ONE, new UnitCode("H87"))
                .price(price("1"))
                .build();
        ShoppingCart.Company company = new ShoppingCart.Company("Company", null, null);
        ShoppingCart cart = new ShoppingCart(
                "R1",
                MONDAY,
                MONDAY.toLocalDate(),
                null,
                null,
                company,
                company,
                List.of(new ShoppingCart.Line(bare, STANDARD, List.of())));
        assertThat(findings(cart)).isEmpty();
    }

    @Test
    void whatTheBuyerSaidToALineStandsInItAndPassesTheRules() {
        CartItem plain = cable();
        Wishes wishes = new Wishes(LocalDate.of(2026, 11, 20), "KP <7>", "ring\ntwice", "MAIN", "Good luck");
        CartItem said = ACartItem.of(plain.number(), plain.article(), plain.description())
                .longText(plain.longText())
                .quantity(plain.quantity(), plain.unit())
                .price(plain.price())
                .leadTimeDays(plain.leadTimeDays())
                .buyersId(plain.buyersId())
                .manufacturer(plain.manufacturer())
                .manufacturersId(plain.manufacturersId())
                .gtin(plain.gtin())
                .classifications(plain.classifications())
                .wishes(wishes)
                .build();
        assertThat(findings(cart(said, STANDARD))).isEmpty();
        assertThat(ShoppingCartWriter.write(cart(said, STANDARD)))
                .contains("<cbc:Name>RequestedDeliveryDate</cbc:Name><cbc:Value>2026-11-20</cbc:Value>")
                .contains("<cbc:Name>CostCentre</cbc:Name><cbc:Value>KP &lt;7&gt;</cbc:Value>")
                .contains("<cbc:Name>LineText</cbc:Name><cbc:Value>ring\ntwice</cbc:Value>")
                .contains("<cbc:Name>CardText</cbc:Name><cbc:Value>Good luck</cbc:Value>")
                .contains("<cbc:Name>DeliverySite</cbc:Name><cbc:Value>MAIN</cbc:Value>");
        assertThat(ShoppingCartWriter.write(cart(plain, STANDARD))).doesNotContain("AdditionalItemProperty");
    }

    @ParameterizedTest
    @CsvSource({"Z, 0", "K, 0", "G, 0", "S, 6"})
    void everyTaxCategoryThatOccursPasses(String category, String percent) {
        assertThat(findings(cart(cable(), new ItemTax(category, new BigDecimal(percent)))))
                .isEmpty();
    }

    @Test
    void hostileTextsStayTexts() {
        CartItem hostile = ACartItem.of(1, "A<1>&\"", "]]> </cbc:Name> \u0007 \uD83D\uDE00")
                .longText("<script>")
                .quantity(BigDecimal.TEN, new UnitCode("MTR"))
                .price(price("9.123456"))
                .leadTimeDays(-1)
                .buyersId("B")
                .manufacturer("M&M")
                .manufacturersId("<M>")
                .build();
        assertThat(findings(cart(hostile, STANDARD))).isEmpty();
    }

    @Test
    void aWrongCartIsFoundByTheRuleItBreaks() {
        assertThat(findings(cart(cable(), new ItemTax("S", BigDecimal.ZERO))))
                .extracting(PeppolFinding::rule)
                .containsExactly("PEPPOL-T77-R009");
        ShoppingCart.Company foreign = new ShoppingCart.Company("Company", "0208:0987654395", "5412345999997");
        ShoppingCart cart = new ShoppingCart(
                "R1",
                MONDAY,
                MONDAY.toLocalDate().minusDays(1),
                null,
                null,
                foreign,
                foreign,
                List.of(new ShoppingCart.Line(cable(), STANDARD, List.of())));
        assertThat(findings(cart))
                .filteredOn(PeppolFinding::fatal)
                .extracting(PeppolFinding::rule)
                .contains("PEPPOL-T77-R001", "PEPPOL-COMMON-R043");
    }

    @Test
    void aLevyThatStandsBehindSeveralArticlesPasses() {
        CartItem article = cable();
        ShoppingCart one = cart(article, STANDARD);
        List<ShoppingCart.Line> lines = List.of(
                new ShoppingCart.Line(article, STANDARD, List.of()),
                new ShoppingCart.Line(levy(2), STANDARD, List.of()),
                new ShoppingCart.Line(levy(3), STANDARD, List.of()));
        assertThat(findings(new ShoppingCart(
                        one.reference(),
                        one.issuedAt(),
                        one.validUntil(),
                        one.contract(),
                        one.buyerReference(),
                        one.seller(),
                        one.buyer(),
                        lines)))
                .isEmpty();
    }

    private static CartItem levy(int number) {
        return ACartItem.of(number, "RECUPEL-LAMP", "Recupel lampen")
                .longText("Recupel lampen (100001)")
                .quantity(new BigDecimal("360"), new UnitCode("MTR"))
                .price(price("0.0496"))
                .leadTimeDays(2)
                .classifications(cable().classifications())
                .build();
    }

    @Test
    void manyMayAskTheRulesAtOnce() {
        ShoppingCart good = cart(cable(), STANDARD);
        ShoppingCart bad = cart(cable(), new ItemTax("S", BigDecimal.ZERO));
        List<Integer> found = IntStream.range(0, 64)
                .parallel()
                .mapToObj(i -> findings(i % 2 == 0 ? good : bad).size())
                .toList();
        assertThat(found).isEqualTo(IntStream.range(0, 64).mapToObj(i -> i % 2).toList());
    }

    @Test
    void whatIsNoUblIsFoundByTheSchema() {
        byte[] wrong = "<Catalogue xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:Catalogue-2\"/>"
                .getBytes(StandardCharsets.UTF_8);
        assertThat(rules.check(PeppolDocument.PUNCH_OUT, wrong))
                .singleElement()
                .satisfies(f -> assertThat(f.rule()).isEqualTo("XSD"))
                .satisfies(f -> assertThat(f.fatal()).isTrue());
    }

    @ParameterizedTest
    @CsvSource({
        "21, BE, BE, BE0123456749, S, 21",
        "0, BE, BE, BE0123456749, Z, 0",
        "21, BE, DE, DE123456788, K, 0",
        "21, BE, DE, , S, 21",
        "21, BE, US, , G, 0",
        "6.00, BE, , , S, 6"
    })
    void vatDependsOnWhereTheGoodsGo(
            String percent, String seller, String buyer, String vat, String category, String expected) {
        assertThat(ItemTax.of(new BigDecimal(percent), seller, buyer, vat))
                .isEqualTo(new ItemTax(category, new BigDecimal(expected)));
    }

    private List<PeppolFinding> findings(ShoppingCart cart) {
        return rules.check(
                PeppolDocument.PUNCH_OUT, ShoppingCartWriter.write(cart).getBytes(StandardCharsets.UTF_8));
    }

    private static ShoppingCart cart(CartItem item, ItemTax tax) {
        return new ShoppingCart(
                "7K2QM9XF4TZW",
                MONDAY,
                MONDAY.toLocalDate().plusDays(30),
                "FC-2026",
                "dept. 4",
                new ShoppingCart.Company("Voltaris nv", "0208:0987654394", "5412345999997"),
                new ShoppingCart.Company("Zorggroep De Linde vzw", "0208:0123456749", "5412345000037"),
                List.of(new ShoppingCart.Line(item, tax, List.of())));
    }

    private static CartItem cable() {
        return ACartItem.of(1, "100001", "Installatiekabel 3G2,5")
                .longText("Op ring van 100 m")
                .quantity(new BigDecimal("360"), new UnitCode("MTR"))
                .price(new Price(Money.of("123.4567", "EUR"), new BigDecimal("100")))
                .leadTimeDays(2)
                .buyersId("4711-B")
                .manufacturer("Nexans")
                .manufacturersId("XVB-3G2.5")
                .gtin("5412345678908")
                .classifications(List.of(
                        new Classification("UNSPSC", "19.0501", "26121600"), new Classification("ETIM", "9", "EC1")))
                .build();
    }

    private static Price price(String amount) {
        return Price.perUnit(Money.of(amount, "EUR"));
    }
}
