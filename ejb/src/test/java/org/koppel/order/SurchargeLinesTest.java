package org.koppel.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.koppel.order.Orders.MONDAY;
import static org.koppel.order.Orders.anOrder;
import static org.koppel.order.Orders.line;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.koppel.catalogue.AnOffer;
import org.koppel.catalogue.Offer;
import org.koppel.catalogue.Surcharge;
import org.koppel.catalogue.Surcharge.Handling;
import org.koppel.document.Item;
import org.koppel.document.LineStatus;
import org.koppel.document.Order;
import org.koppel.document.OrderLine;
import org.koppel.document.Reason;
import org.koppel.shared.Money;
import org.koppel.shared.Quantity;
import org.koppel.shared.UnitCode;

class SurchargeLinesTest {
    private final Assessment assessment = new Assessment(Orders.TERMS, "en", MONDAY);

    @Test
    void aSurchargeLineGoesTheWayOfItsArticle() {
        Order order = anOrder(line("1", "LAMP", "10", "4.50"), line("2", "RECUPEL", "10", "0.05"));

        LineDecision surcharge =
                judge(order, Map.of("1", lamp("4", Handling.OWN_LINE))).get(1);

        assertThat(surcharge.status()).isEqualTo(LineStatus.BACKORDERED);
        assertThat(surcharge.confirmed()).isEqualByComparingTo("4");
        assertThat(surcharge.backordered()).isEqualByComparingTo("6");
        assertThat(surcharge.price().amount()).isEqualTo(Money.of("0.05", "EUR"));
        assertThat(surcharge.offer().orElseThrow().taxPercent()).isEqualByComparingTo("6");
    }

    @Test
    void anArticleWhoseSurchargeWasOrderedNeedsNoRemark() {
        Order order = anOrder(line("1", "LAMP", "10", "4.50"), line("2", "recupel", "10", "0.05"));

        assertThat(judge(order, Map.of("1", lamp("500", Handling.OWN_LINE))))
                .allSatisfy(d -> assertThat(d.status()).isEqualTo(LineStatus.ACCEPTED))
                .allSatisfy(d -> assertThat(d.reasons()).isEmpty());
    }

    @Test
    void aWrongAmountIsConfirmedAtOurs() {
        Order order = anOrder(line("1", "LAMP", "10", "4.50"), line("2", "RECUPEL", "10", "0.50"));

        LineDecision surcharge =
                judge(order, Map.of("1", lamp("500", Handling.OWN_LINE))).get(1);

        assertThat(surcharge.status()).isEqualTo(LineStatus.CHANGED);
        assertThat(surcharge.price().amount()).isEqualTo(Money.of("0.05", "EUR"));
        assertThat(codes(surcharge)).containsExactly("PRICE_DIFFERS");
    }

    @Test
    void theQuantityIsThatOfTheArticle() {
        Order order = anOrder(line("1", "LAMP", "10", "4.50"), line("2", "RECUPEL", "7", "0.05"));

        LineDecision surcharge =
                judge(order, Map.of("1", lamp("500", Handling.OWN_LINE))).get(1);

        assertThat(surcharge.sold()).isEqualByComparingTo("10");
        assertThat(codes(surcharge)).containsExactly("SURCHARGE_QUANTITY");
    }

    @Test
    void oneLineMayStandForTheArticlesOfTheWholeOrder() {
        Order order = anOrder(
                line("1", "LAMP", "10", "4.50"), line("2", "LAMP", "4", "4.50"), line("3", "RECUPEL", "14", "0.05"));
        Offer lamp = lamp("500", Handling.OWN_LINE);

        assertThat(judge(order, Map.of("1", lamp, "2", lamp)))
                .allSatisfy(d -> assertThat(d.status()).isEqualTo(LineStatus.ACCEPTED))
                .allSatisfy(d -> assertThat(d.reasons()).isEmpty());
    }

    @Test
    void ofSeveralLinesEachGoesWithTheArticleOfItsQuantity() {
        Order order = anOrder(
                line("1", "LAMP", "10", "4.50"),
                line("2", "LAMP", "4", "4.50"),
                line("3", "RECUPEL", "10", "0.05"),
                line("4", "RECUPEL", "4", "0.05"));
        Offer lamp = lamp("500", Handling.OWN_LINE);

        assertThat(judge(order, Map.of("1", lamp, "2", lamp)))
                .extracting(d -> d.sold().intValueExact())
                .containsExactly(10, 4, 10, 4);
    }

    @Test
    void theSurchargeOfARefusedArticleIsRefused() {
        Order order = anOrder(line("1", "LAMP", "1", "4.50"), line("2", "RECUPEL", "1", "0.05"));

        LineDecision surcharge =
                judge(order, Map.of("1", lamp("500", Handling.OWN_LINE))).get(1);

        assertThat(surcharge.status()).isEqualTo(LineStatus.REJECTED);
        assertThat(codes(surcharge)).containsExactly("SURCHARGE_REFUSED");
    }

    @Test
    void aSurchargeWithoutItsArticleIsNoUnknownArticle() {
        Order order = anOrder(line("1", "RECUPEL", "10", "0.05"));

        LineDecision alone =
                assessment.judge(order, Map.of(), Set.of("RECUPEL")).get(0);

        assertThat(alone.status()).isEqualTo(LineStatus.REJECTED);
        assertThat(codes(alone)).containsExactly("SURCHARGE_ALONE");
    }

    @Test
    void anOrderWithoutTheLineIsToldWhatTheInvoiceAdds() {
        LineDecision article = judge(
                        anOrder(line("1", "LAMP", "10", "4.50")), Map.of("1", lamp("500", Handling.NOT_RETURNED)))
                .get(0);

        assertThat(article.status()).isEqualTo(LineStatus.ACCEPTED);
        assertThat(article.reasons())
                .containsExactly(new Reason(
                        "SURCHARGE_EXTRA", "Plus Recupel: 0.05 EUR per PCE, on a line of its own of the invoice."));
    }

    @Test
    void aPriceThatContainsTheSurchargeIsTheAgreedOne() {
        LineDecision article = judge(
                        anOrder(line("1", "LAMP", "10", "4.55")), Map.of("1", lamp("500", Handling.IN_PRICE)))
                .get(0);

        assertThat(article.status()).isEqualTo(LineStatus.ACCEPTED);
        assertThat(article.reasons()).isEmpty();
    }

    @Test
    void aLineForWhatThePriceWouldContainIsNotChargedTwice() {
        Order order = anOrder(line("1", "LAMP", "10", "4.50"), line("2", "RECUPEL", "10", "0.05"));

        assertThat(judge(order, Map.of("1", lamp("500", Handling.IN_PRICE))))
                .allSatisfy(d -> assertThat(d.status()).isEqualTo(LineStatus.ACCEPTED))
                .extracting(d -> d.price().amount())
                .containsExactly(Money.of("4.50", "EUR"), Money.of("0.05", "EUR"));
    }

    @Test
    void articlesOfDifferentUnitsAreNotAddedUp() {
        Order order = anOrder(
                line("1", "LAMP", "10", "4.50"),
                line("2", "WIRE", Quantity.of("4", "MTR"), Money.of("4.50", "EUR")),
                line("3", "RECUPEL", "10", "0.05"));
        Offer lamp = lamp("500", Handling.OWN_LINE);

        List<LineDecision> all = judge(order, Map.of("1", lamp, "2", as(lamp, new UnitCode("MTR"))));

        assertThat(all.get(2).status()).isEqualTo(LineStatus.ACCEPTED);
        assertThat(all.get(2).sold()).isEqualByComparingTo("10");
        assertThat(codes(all.get(0))).isEmpty();
        assertThat(codes(all.get(1))).containsExactly("SURCHARGE_EXTRA");
    }

    @Test
    void aSurchargeWithoutAUnitIsInThatOfItsArticle() {
        Quantity ten = new Quantity(BigDecimal.TEN, UnitCode.AGREED);
        Order order = anOrder(
                line("1", "LAMP", ten, Money.of("4.50", "EUR")), line("2", "RECUPEL", ten, Money.of("0.05", "EUR")));
        Map<String, Offer> offers = Map.of("1", lamp("500", Handling.OWN_LINE));

        Order filled = AgreedUnits.filled(order, offers);

        assertThat(filled.lines()).extracting(l -> l.quantity().unit()).containsOnly(UnitCode.PIECE);
        assertThat(judge(filled, offers))
                .allSatisfy(d -> assertThat(d.status()).isEqualTo(LineStatus.ACCEPTED))
                .allSatisfy(d -> assertThat(d.reasons()).isEmpty());
    }

    @Test
    void aSurchargeThatNoArticleBearsStaysWithoutAUnit() {
        Order order =
                anOrder(line("1", "RECUPEL", new Quantity(BigDecimal.TEN, UnitCode.AGREED), Money.of("0.05", "EUR")));

        assertThat(AgreedUnits.filled(order, Map.of()).lines().get(0).quantity().unit())
                .isEqualTo(UnitCode.AGREED);
    }

    @Test
    void aLineWithoutOurNumberIsAnArticleWeDoNotKnow() {
        OrderLine nameless = new OrderLine(
                "1",
                new Item(null, "K-1", null, null, null, "Lamp", List.of()),
                Quantity.of("2", "H87"),
                null,
                null,
                null,
                null,
                List.of());

        assertThat(codes(assessment.judge(anOrder(nameless), Map.of(), Set.of()).get(0)))
                .containsExactly("ARTICLE_UNKNOWN");
    }

    private List<LineDecision> judge(Order order, Map<String, Offer> offers) {
        return assessment.judge(order, offers);
    }

    private static List<String> codes(LineDecision decision) {
        return decision.reasons().stream().map(Reason::code).toList();
    }

    private static Offer as(Offer o, UnitCode unit) {
        return AnOffer.of(o.article(), o.description())
                .visible(o.visible())
                .unit(unit)
                .steps(o.minimum(), o.step())
                .price(o.price())
                .stock(o.stock())
                .restock(o.restock())
                .leadTimeDays(o.leadTimeDays())
                .taxPercent(o.taxPercent())
                .surcharges(o.surcharges())
                .build();
    }

    static Offer lamp(String stock, Handling handling) {
        Offer o = Orders.offer("LAMP", stock, MONDAY);
        Surcharge recupel = new Surcharge("RECUPEL", "Recupel", Money.of("0.05", "EUR"), new BigDecimal(6), handling);
        return AnOffer.of(o.article(), o.description())
                .visible(o.visible())
                .unit(o.unit())
                .steps(o.minimum(), o.step())
                .price(o.price())
                .stock(o.stock())
                .restock(o.restock())
                .leadTimeDays(o.leadTimeDays())
                .taxPercent(o.taxPercent())
                .surcharges(List.of(recupel))
                .build();
    }
}
