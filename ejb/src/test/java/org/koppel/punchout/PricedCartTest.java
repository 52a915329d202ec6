package org.koppel.punchout;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.koppel.catalogue.AnOffer;
import org.koppel.catalogue.Offer;
import org.koppel.catalogue.Surcharge;
import org.koppel.document.Price;
import org.koppel.shared.Money;
import org.koppel.shared.UnitCode;

class PricedCartTest {
    private static final BigDecimal ONE = BigDecimal.ONE;

    @Test
    void surchargesInThePriceMakeTheCentsThatTheLineCostsMore() {
        Offer lamp = lamp("4.444", inPrice("A", "0.004"), inPrice("B", "0.004"));
        PricedCart.Line line = line(lamp, ONE);

        assertThat(line.amount()).isEqualTo(Money.of("4.44", "EUR"));
        assertThat(line.surcharges())
                .extracting(s -> s.amount().amount())
                .as("4.448 and 4.452, rounded")
                .containsExactly(new BigDecimal("0.01"), new BigDecimal("0.00"));
        assertThat(new PricedCart(List.of(line), null).total())
                .contains(lamp.handedPrice().of(ONE));
    }

    @Test
    void aFormerPriceIsComparedWithThePriceThatGoesHomeToday() {
        Offer lamp = lamp("4.50", inPrice("A", "0.05"));
        PricedCart.Line line = line(lamp, ONE);

        assertThat(former("4.55").changes(line)).isEmpty();
        assertThat(former("4.50").changes(line)).containsExactly(FormerCart.Change.DEARER);
    }

    private static FormerCart former(String price) {
        return new FormerCart(List.of(new FormerLine(
                "LAMP", null, null, ONE, UnitCode.PIECE, Price.perUnit(Money.of(price, "EUR")), "Lamp")));
    }

    private static PricedCart.Line line(Offer offer, BigDecimal quantity) {
        return new PricedCart.Line(
                1, offer.article(), quantity, offer, offer.price().of(quantity), List.of());
    }

    private static Surcharge inPrice(String number, String amount) {
        return new Surcharge(number, number, Money.of(amount, "EUR"), new BigDecimal(21), Surcharge.Handling.IN_PRICE);
    }

    private static Offer lamp(String price, Surcharge... surcharges) {
        return AnOffer.of("LAMP", "Lamp")
                .unit(UnitCode.PIECE)
                .steps(ONE, ONE)
                .price(Price.perUnit(Money.of(price, "EUR")))
                .stock(new BigDecimal(100))
                .leadTimeDays(2)
                .taxPercent(new BigDecimal(21))
                .surcharges(List.of(surcharges))
                .build();
    }
}
