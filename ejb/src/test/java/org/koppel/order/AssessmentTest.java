package org.koppel.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.koppel.order.Orders.MONDAY;
import static org.koppel.order.Orders.anOrder;
import static org.koppel.order.Orders.line;
import static org.koppel.order.Orders.offer;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.koppel.catalogue.AnOffer;
import org.koppel.catalogue.Offer;
import org.koppel.document.LineStatus;
import org.koppel.document.Order;
import org.koppel.document.OrderLine;
import org.koppel.document.Price;
import org.koppel.document.Reason;
import org.koppel.shared.Money;
import org.koppel.shared.Quantity;

class AssessmentTest {
    private static final LocalDate WEDNESDAY = MONDAY.plusDays(2);

    private final Assessment assessment = new Assessment(Orders.TERMS, "en", MONDAY);

    @Test
    void aPriceOfOneThatIsOursRoundedIsConfirmedAsTheBuyerWroteIt() {
        Terms strict =
                new Terms("EUR", (expected, agreed) -> expected.amount().compareTo(agreed.amount()) == 0, Set.of());
        Offer o = Orders.offer("TIES", "100000", null);
        Price perThousand = new Price(Money.of("123.4567", "EUR"), new BigDecimal("1000"));
        Offer ties = AnOffer.of(o.article(), o.description())
                .unit(o.unit())
                .steps(o.minimum(), o.step())
                .price(perThousand)
                .stock(o.stock())
                .leadTimeDays(o.leadTimeDays())
                .taxPercent(o.taxPercent())
                .build();
        Order order = anOrder(line("1", "TIES", "10000", "0.123457"), line("2", "TIES", "10000", "0.12"));

        List<LineDecision> lines =
                new Assessment(strict, "en", Orders.MONDAY).judge(order, Map.of("1", ties, "2", ties));

        assertThat(lines.get(0).status()).isEqualTo(LineStatus.ACCEPTED);
        assertThat(lines.get(0).price().of(new BigDecimal(10000)))
                .as("to the cent what our own price gives")
                .isEqualTo(perThousand.of(new BigDecimal(10000)));
        assertThat(lines.get(1).reasons()).extracting(Reason::code).containsExactly("PRICE_DIFFERS");
        assertThat(lines.get(1).price()).isEqualTo(perThousand);
    }

    @Test
    void aLineAsAgreedAndInStockIsAcceptedForTheDayItCanBeThere() {
        LineDecision decision = judge(line("1", "100001", "10", "4.50"), offer("100001", "500", null));

        assertThat(decision.status()).isEqualTo(LineStatus.ACCEPTED);
        assertThat(decision.confirmed()).isEqualByComparingTo("10");
        assertThat(decision.deliveryDate()).isEqualTo(WEDNESDAY);
        assertThat(decision.backordered()).isZero();
        assertThat(decision.reasons()).isEmpty();
    }

    @Test
    void aPriceWithinTheToleranceIsTakenAsTheBuyerWroteIt() {
        LineDecision decision = judge(line("1", "100001", "10", "4.505"), offer("100001", "500", null));

        assertThat(decision.status()).isEqualTo(LineStatus.ACCEPTED);
        assertThat(decision.price().amount()).isEqualTo(Money.of("4.505", "EUR"));
    }

    @Test
    void aPriceBeyondTheToleranceIsConfirmedAtTheAgreedPriceAsAChange() {
        LineDecision decision = judge(line("1", "100001", "10", "4.20"), offer("100001", "500", null));

        assertThat(decision.status()).isEqualTo(LineStatus.CHANGED);
        assertThat(decision.price().amount()).isEqualTo(Money.of("4.50", "EUR"));
        assertThat(decision.reasons())
                .containsExactly(new Reason(
                        "PRICE_DIFFERS",
                        "Your price 4.2 differs from the agreed price. We confirm at 4.5 EUR per PCE."));
    }

    @Test
    void whatStockLacksFollowsWhenMoreComes() {
        LineDecision decision = judge(line("1", "100001", "10", "4.50"), offer("100001", "4", WEDNESDAY));

        assertThat(decision.status()).isEqualTo(LineStatus.BACKORDERED);
        assertThat(decision.confirmed()).isEqualByComparingTo("4");
        assertThat(decision.backordered()).isEqualByComparingTo("6");
        assertThat(decision.backorderDate())
                .as("two working days after Wednesday")
                .isEqualTo(MONDAY.plusDays(4));
    }

    @Test
    void twoLinesOfOneArticleShareItsStock() {
        Order order = anOrder(line("1", "100001", "6", "4.50"), line("2", "100001", "6", "4.50"));
        Offer tenInStock = offer("100001", "10", WEDNESDAY);

        assertThat(assessment.judge(order, Map.of("1", tenInStock, "2", tenInStock)))
                .extracting(decision -> decision.confirmed().intValueExact())
                .containsExactly(6, 4);
    }

    @Test
    void withoutADateForMoreTheBackOrderSaysThatItFollows() {
        LineDecision decision = judge(line("1", "100001", "10", "4.50"), offer("100001", "0", null));

        assertThat(decision.status()).isEqualTo(LineStatus.BACKORDERED);
        assertThat(decision.deliveryDate()).isNull();
        assertThat(decision.backorderDate()).isNull();
        assertThat(decision.reasons()).extracting(Reason::code).containsExactly("BACKORDERED_UNDATED");
    }

    @Test
    void anUnknownArticleIsRejectedAndNamed() {
        Order order = anOrder(line("1", "999999", "10", "4.50"));

        LineDecision decision = assessment.judge(order, Map.of()).get(0);

        assertThat(decision.status()).isEqualTo(LineStatus.REJECTED);
        assertThat(decision.reasons()).singleElement().satisfies(reason -> {
            assertThat(reason.code()).isEqualTo("ARTICLE_UNKNOWN");
            assertThat(reason.text()).contains("999999", "check the number");
        });
    }

    @Test
    void anArticleOutsideTheAssortmentIsRejected() {
        assertThat(codes(line("1", "100999", "10", "4.50"), offer("100999", false, "500", null, null)))
                .containsExactly("NOT_IN_ASSORTMENT");
    }

    @Test
    void aDeadArticleIsRejectedWithItsSuccessor() {
        LineDecision decision = judge(line("1", "100001", "10", "4.50"), offer("100001", false, "0", null, "100002"));

        assertThat(decision.reasons()).singleElement().satisfies(reason -> {
            assertThat(reason.code()).isEqualTo("REPLACED");
            assertThat(reason.text()).contains("100002");
        });
    }

    @Test
    void aQuantityBelowTheMinimumIsRejectedWithTheMinimum() {
        LineDecision decision = judge(line("1", "100001", "1", "4.50"), offer("100001", "500", null));

        assertThat(decision.reasons()).singleElement().satisfies(reason -> {
            assertThat(reason.code()).isEqualTo("BELOW_MINIMUM");
            assertThat(reason.text()).contains("2 PCE");
        });
    }

    @Test
    void aQuantityBetweenTwoPacksIsRejectedWithTheNextPossibleOne() {
        LineDecision decision = judge(line("1", "100001", "7", "4.50"), offer("100001", "500", null));

        assertThat(decision.reasons()).singleElement().satisfies(reason -> {
            assertThat(reason.code()).isEqualTo("NOT_A_MULTIPLE");
            assertThat(reason.text()).contains("8 PCE");
        });
    }

    @Test
    void anotherUnitOrCurrencyIsRejectedAndBothAreSaid() {
        OrderLine line = line("1", "100001", Quantity.of("10", "MTR"), Money.of("4.50", "USD"));

        assertThat(codes(line, offer("100001", "500", null))).containsExactly("CURRENCY_DIFFERS", "UNIT_DIFFERS");
    }

    @Test
    void anArticleWithoutAPriceInTheCustomersCurrencyIsRejectedWithWhatToAskFor() {
        Offer unpriced = AnOffer.of("100001", "Cable")
                .stock(new BigDecimal("500"))
                .price(null)
                .build();

        LineDecision decision = judge(line("1", "100001", "10", "4.50"), unpriced);

        assertThat(decision.status()).isEqualTo(LineStatus.REJECTED);
        assertThat(decision.reasons()).singleElement().satisfies(reason -> {
            assertThat(reason.code()).isEqualTo("PRICE_MISSING");
            assertThat(reason.text()).contains("100001", "EUR", "ask us");
        });
    }

    @Test
    void aForeignSiteRejectsEveryLineBesideWhatElseIsWrong() {
        Order order = Orders.to("ELSEWHERE", line("1", "100001", "10", "4.50"), line("2", "999999", "1", "1"));

        assertThat(assessment.judge(order, Map.of("1", offer("100001", "500", null))))
                .extracting(d -> d.reasons().stream().map(Reason::code).toList())
                .containsExactly(List.of("SITE_UNKNOWN"), List.of("SITE_UNKNOWN", "ARTICLE_UNKNOWN"));
    }

    @Test
    void deliveryDaysSkipTheWeekend() {
        assertThat(WorkingDays.after(MONDAY.plusDays(4), 1)).isEqualTo(MONDAY.plusDays(7));
        assertThat(WorkingDays.after(MONDAY.plusDays(5), 0)).isEqualTo(MONDAY.plusDays(7));
    }

    private LineDecision judge(OrderLine line, Offer offer) {
        return assessment.judge(anOrder(line), Map.of(line.number(), offer)).get(0);
    }

    private List<String> codes(OrderLine line, Offer offer) {
        return judge(line, offer).reasons().stream().map(Reason::code).toList();
    }
}
