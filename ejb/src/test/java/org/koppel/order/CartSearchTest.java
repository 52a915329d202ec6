package org.koppel.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.koppel.order.Orders.anOrder;
import static org.koppel.order.Orders.line;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koppel.document.Order;
import org.koppel.document.OrderLine;
import org.koppel.document.Price;
import org.koppel.punchout.ParkedCart;
import org.koppel.punchout.ParkedCarts;
import org.koppel.shared.Money;
import org.koppel.shared.PartyId;
import org.koppel.shared.UnitCode;

class CartSearchTest {
    private static final PartyId BUYER = new PartyId("buyer-1");
    private static final Instant NEW_YEAR = Instant.parse("2026-01-01T08:00:00Z");
    private final CartSearch search = new CartSearch();
    private final List<ParkedCart> alike = new ArrayList<>();
    private final List<ParkedCart> similar = new ArrayList<>();
    private int others;
    private final Map<UUID, Map<String, BigDecimal>> orderedBefore = new HashMap<>();

    @BeforeEach
    void wire() {
        search.carts = new TheseCarts();
        search.orders = new TheseOrders();
    }

    @Test
    void anOrderOfAllThatACartHoldsIsTakenForItsOrder() {
        alike.add(waiting("C-9", "9"));
        alike.add(waiting("C-4", "4"));

        assertThat(reference(socketsOf("4"))).contains("C-4");
    }

    @Test
    void aLineMayComeInParts() {
        alike.add(waiting("C-4", "4"));

        assertThat(reference(anOrder(line("1", "100001", "3", "4.50"), line("2", "100001", "1", "4.50"))))
                .contains("C-4");
    }

    @Test
    void moreThanTheCartHasLeftIsNotOfThisCart() {
        ParkedCart cart = waiting("C-4", "4");
        alike.add(cart);
        assertThat(reference(socketsOf("5"))).isEmpty();
        assertThat(reference(socketsOf("3"))).contains("C-4");

        orderedBefore.put(cart.id(), Map.of("100001", new BigDecimal("2")));
        assertThat(reference(socketsOf("3"))).isEmpty();
        assertThat(reference(socketsOf("2"))).contains("C-4");
    }

    @Test
    void ofSeveralThatFitAlikeNoneIsTakenAndAllAreNamed() {
        alike.add(waiting("C-2", "4"));
        alike.add(waiting("C-1", "4"));

        CartSearch.Found found = found(socketsOf("4"));

        assertThat(found.cart()).isEmpty();
        assertThat(found.several()).containsExactly("C-2", "C-1");
    }

    @Test
    void oneThatWaitsGoesBeforeOneThatExpired() {
        alike.add(cart("C-OLD", "4", new ParkedCart.Data(null, null, null, null, NEW_YEAR, false, null)));
        assertThat(reference(socketsOf("4"))).contains("C-OLD");

        alike.add(waiting("C-9", "9"));
        assertThat(reference(socketsOf("4"))).contains("C-9");
    }

    @Test
    void whatWasOrderedByItsTransferIsRecognisedByTheSameQuantitiesOnlyAndTheNewestIsNamed() {
        alike.add(atOnce("C-2"));
        alike.add(atOnce("C-1"));
        alike.forEach(c -> orderedBefore.put(c.id(), Map.of("100001", new BigDecimal("4"))));

        assertThat(reference(socketsOf("4"))).contains("C-2");
        assertThat(found(socketsOf("3"))).isEqualTo(CartSearch.Found.NONE);
    }

    @Test
    void anOrderWithALineThatNobodyUnderstandsIsNotMatchedByWhatIsLeft() {
        alike.add(waiting("C-4", "4"));

        assertThat(reference(anOrder(line("1", "100001", "4", "4.50"), line("2", null, "1", "9"))))
                .isEmpty();
    }

    @Test
    void anOrderThatWasChangedOnItsWayNamesTheCartThatIsMostLikeItAndTakesNothingOfIt() {
        alike.add(waiting("C-4", "4"));
        similar.add(waiting("C-4", "4"));

        CartSearch.Found raised = found(socketsOf("9"));

        assertThat(raised.cart()).isEmpty();
        assertThat(raised.similar().map(ParkedCart::reference)).contains("C-4");
    }

    @Test
    void ofSeveralThatAreSimilarAllAreNamed() {
        similar.add(waiting("C-2", "4"));
        similar.add(waiting("C-1", "4"));

        CartSearch.Found found = found(socketsOf("9"));

        assertThat(found.similar()).isEmpty();
        assertThat(found.several()).containsExactly("C-2", "C-1");
    }

    @Test
    void whereACartFitsNoSimilarOneIsNamed() {
        alike.add(waiting("C-4", "4"));
        similar.add(waiting("C-5", "5"));

        assertThat(found(socketsOf("4")).similar()).isEmpty();
    }

    @Test
    void aLineThatNobodyUnderstandsCountsAsOneThatIsNotInTheCart() {
        similar.add(waiting("C-4", "4"));

        CartSearch.Found found = found(anOrder(line("1", "100001", "4", "4.50"), line("2", null, "1", "9")));

        assertThat(found.similar().map(ParkedCart::reference)).contains("C-4");
        assertThat(others).isEqualTo(1);
    }

    private Optional<String> reference(Order order) {
        return found(order).cart().map(ParkedCart::reference);
    }

    private CartSearch.Found found(Order order) {
        return search.of(BUYER, order, Map.of());
    }

    private static Order socketsOf(String quantity) {
        OrderLine sockets = line("1", "100001", quantity, "4.50");
        return anOrder(sockets);
    }

    private static ParkedCart waiting(String reference, String quantity) {
        return cart(reference, quantity, ParkedCart.Data.NONE);
    }

    private static ParkedCart atOnce(String reference) {
        return cart(reference, "4", new ParkedCart.Data(null, null, null, null, null, true, UUID.randomUUID()));
    }

    private static ParkedCart cart(String reference, String quantity, ParkedCart.Data data) {
        ParkedCart.Line sockets = new ParkedCart.Line(
                1, "100001", new BigDecimal(quantity), UnitCode.PIECE, Price.perUnit(Money.of("4.50", "EUR")));
        return new ParkedCart(UUID.randomUUID(), reference, List.of(sockets), data);
    }

    private final class TheseCarts extends ParkedCarts {
        @Override
        public Optional<ParkedCart> named(PartyId customer, Set<String> references) {
            return Optional.empty();
        }

        @Override
        public List<ParkedCart> alike(PartyId customer, Collection<String> articles) {
            return articles.contains("100001") ? alike : List.of();
        }

        @Override
        public List<ParkedCart> similar(PartyId customer, Collection<String> articles, int notArticles) {
            others = notArticles;
            return similar;
        }
    }

    private final class TheseOrders extends PurchaseOrders {
        @Override
        Map<String, BigDecimal> orderedFrom(UUID cart) {
            return orderedBefore.getOrDefault(cart, Map.of());
        }
    }
}
