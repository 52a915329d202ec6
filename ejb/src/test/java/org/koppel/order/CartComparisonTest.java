package org.koppel.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.koppel.order.Orders.line;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.koppel.document.Price;
import org.koppel.punchout.ParkedCart;
import org.koppel.shared.Money;
import org.koppel.shared.Quantity;
import org.koppel.shared.UnitCode;

class CartComparisonTest {
    private static final Map<String, BigDecimal> NOTHING = Map.of();
    private static final ParkedCart CART = new ParkedCart(
            UUID.randomUUID(),
            "C-1",
            List.of(
                    new ParkedCart.Line(1, "100001", new BigDecimal("10"), UnitCode.PIECE, price("4.50")),
                    new ParkedCart.Line(2, "100002", new BigDecimal("5"), UnitCode.PIECE, price("1.00"))));

    @Test
    void anOrderThatSaysWhatTheCartSaidHasNoDifferences() {
        assertThat(CartComparison.of(
                        CART,
                        NOTHING,
                        List.of(line("1", "100001", "10.0", "4.500"), line("2", "100002", "5", "1")),
                        Map.of()))
                .isEmpty();
    }

    @Test
    void everyChangedFieldIsNamedWithBothValues() {
        assertThat(CartComparison.of(
                        CART,
                        NOTHING,
                        List.of(
                                line("1", "100001", "12", "4.20"),
                                line("2", "100002", Quantity.of("5", "MTR"), Money.of("1.00", "EUR"))),
                        Map.of()))
                .containsExactly(
                        new CartDifference("1", "quantity", "10", "12"),
                        new CartDifference("1", "price", "4.50 EUR", "4.20 EUR"),
                        new CartDifference("2", "unit", "PCE", "MTR"));
    }

    @Test
    void anOrderThatSaysNoUnitMeansTheCarts() {
        Quantity ten = new Quantity(BigDecimal.TEN, UnitCode.AGREED);
        assertThat(CartComparison.of(
                        CART,
                        NOTHING,
                        List.of(line("1", "100001", ten, Money.of("4.50", "EUR")), line("2", "100002", "5", "1.00")),
                        Map.of()))
                .isEmpty();
    }

    @Test
    void aPriceOfOneRoundedToFourDecimalsOrMoreIsNoOtherPrice() {
        Price perThousand = new Price(Money.of("123.4567", "EUR"), new BigDecimal("1000"));
        ParkedCart.Line ties = new ParkedCart.Line(1, "100001", new BigDecimal("10"), UnitCode.PIECE, perThousand);
        ParkedCart cart = new ParkedCart(CART.id(), "C-1", List.of(ties));

        for (String rounded : List.of("0.123457", "0.12346", "0.1235")) {
            assertThat(CartComparison.of(cart, NOTHING, List.of(line("1", "100001", "10", rounded)), Map.of()))
                    .isEmpty();
        }
        assertThat(CartComparison.of(cart, NOTHING, List.of(line("1", "100001", "10", "0.12")), Map.of()))
                .extracting(CartDifference::field)
                .containsExactly("price");
    }

    @Test
    void anAddedLineIsNamedAndSoIsOneThatIsNotInThisOrder() {
        assertThat(CartComparison.of(
                        CART,
                        NOTHING,
                        List.of(line("1", "100001", "10", "4.50"), line("2", "100777", "3", "9")),
                        Map.of()))
                .containsExactly(
                        new CartDifference("2", "added", null, "3"),
                        new CartDifference("100002", "missing", "5", null));
    }

    @Test
    void ofACartThatWasApprovedInPartsALaterOrderMissesNothingThatAnEarlierOneTook() {
        assertThat(CartComparison.of(CART, NOTHING, List.of(line("1", "100001", "10", "4.50")), Map.of()))
                .containsExactly(new CartDifference("100002", "missing", "5", null));
        assertThat(CartComparison.of(
                        CART, Map.of("100001", BigDecimal.TEN), List.of(line("1", "100002", "5", "1.00")), Map.of()))
                .isEmpty();
    }

    @Test
    void aPartIsComparedWithWhatOthersLeft() {
        Map<String, BigDecimal> before = Map.of("100001", new BigDecimal("6"), "100002", new BigDecimal("5"));
        assertThat(CartComparison.of(CART, before, List.of(line("1", "100001", "4", "4.50")), Map.of()))
                .isEmpty();
        assertThat(CartComparison.of(CART, before, List.of(line("1", "100001", "10", "4.50")), Map.of()))
                .containsExactly(new CartDifference("1", "quantity", "4", "10"));
    }

    @Test
    void whatNoOrderTookBeforeTheCartExpiredIsDropped() {
        ParkedCart.Data expired =
                new ParkedCart.Data(null, null, null, null, Instant.parse("2026-01-31T08:00:00Z"), false, null);
        ParkedCart late = new ParkedCart(CART.id(), "C-1", CART.lines(), expired);
        assertThat(CartComparison.of(
                        late,
                        Map.of("100002", new BigDecimal("3")),
                        List.of(line("1", "100001", "10", "4.50")),
                        Map.of()))
                .containsExactly(
                        new CartDifference("C-1", "expired", "2026-01-31", null),
                        new CartDifference("100002", "dropped", "2", null));
    }

    @Test
    void anOrderForAnExpiredCartSaysSo() {
        ParkedCart.Data expired =
                new ParkedCart.Data(null, null, null, null, Instant.parse("2026-01-31T08:00:00Z"), false, null);
        ParkedCart late = new ParkedCart(CART.id(), "C-1", CART.lines(), expired);
        assertThat(CartComparison.of(
                        late,
                        NOTHING,
                        List.of(line("1", "100001", "10", "4.50"), line("2", "100002", "5", "1")),
                        Map.of()))
                .containsExactly(new CartDifference("C-1", "expired", "2026-01-31", null));
    }

    @Test
    void aLineThatTheBuyersSystemSplitIsComparedAsAWhole() {
        assertThat(CartComparison.of(
                        CART,
                        NOTHING,
                        List.of(
                                line("1", "100001", "6", "4.50"),
                                line("2", "100001", "4", "4.50"),
                                line("3", "100002", "5", "1")),
                        Map.of()))
                .isEmpty();
        assertThat(CartComparison.of(
                        CART,
                        NOTHING,
                        List.of(
                                line("1", "100001", "6", "4.50"),
                                line("2", "100001", "5", "4.00"),
                                line("3", "100002", "5", "1")),
                        Map.of()))
                .containsExactly(
                        new CartDifference("1", "quantity", "10", "11"),
                        new CartDifference("2", "price", "4.50 EUR", "4.00 EUR"));
    }

    private static Price price(String amount) {
        return Price.perUnit(Money.of(amount, "EUR"));
    }
}
