package org.koppel.punchout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.koppel.punchout.PunchoutDatabase.BOUWGROEP;
import static org.koppel.punchout.PunchoutDatabase.ZORGGROEP;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koppel.catalogue.TestCatalogue;
import org.koppel.platform.TestDatabase;
import org.koppel.shared.PartyId;

/** One click from a dead article to its successor, and from a quantity to the next price. */
class CartAdviceTest {
    private static DataSource filled;
    private PunchoutDatabase database;
    private final Carts carts = new Carts();
    private final CartAdvice advice = new CartAdvice();
    private Set<String> forbidden = Set.of();

    @BeforeAll
    static void fill() {
        filled = TestDatabase.fresh();
        new TestCatalogue(filled).execute("""
                insert into customer (id, name) values ('bouwgroep', 'B'), ('zorggroep', 'Z');
                insert into article (number, unit, minimum, step, list_price, price_base_quantity, active, successor) values
                    ('NEW', 'C62', 10, 5, 2, 1, true, null), ('MID', 'C62', 1, 1, 2, 1, false, 'NEW'), ('OLD', 'C62', 1, 1, 2, 1, false, 'MID'),
                    ('METRES', 'MTR', 1, 1, 2, 1, true, null), ('COIL', 'C62', 1, 1, 2, 1, false, 'METRES'),
                    ('LOOP', 'C62', 1, 1, 2, 1, false, 'POOL'), ('POOL', 'C62', 1, 1, 2, 1, false, 'LOOP'),
                    ('SCALED', 'C62', 5, 5, 4, 1, true, null);
                insert into list_price_scale values ('SCALED', 12, 4), ('SCALED', 18, 3.5), ('SCALED', 50, 3), ('NEW', 100, 1.5);
                insert into net_price (customer, article, from_quantity, price, base_quantity) values
                    ('zorggroep', 'SCALED', 1, 380, 100), ('zorggroep', 'SCALED', 200, 320, 100);
                """);
    }

    @BeforeEach
    void open() {
        database = new PunchoutDatabase(filled);
        TestCatalogue catalogue = new TestCatalogue(filled);
        CartTerms terms = new CartTerms() {
            @Override
            public Set<String> forbidden(Visit visit, Collection<String> articles) {
                return forbidden;
            }
        };
        CartPricing pricing = new CartPricing();
        pricing.offers = catalogue.offers();
        pricing.terms = terms;
        carts.carts = database.storedCarts;
        carts.pricing = pricing;
        carts.clock = database.clock();
        advice.offers = catalogue.offers();
        advice.steps = catalogue.priceSteps();
        advice.terms = terms;
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void theLivingEndOfAChainOfSuccessorsIsOfferedInWholePacks() {
        Visit visit = cartOf("OLD", "12");

        CartAdvice.Replacement instead = given(visit).replacement("OLD");

        assertThat(instead.offer().article()).isEqualTo("NEW");
        assertThat(instead.quantity()).isEqualByComparingTo("15");
        assertThat(given(visit).nextPrice("OLD")).isNull();
    }

    @Test
    void oneClickPutsTheSuccessorInItsPlaceAndKeepsWhatWasSaid() {
        Visit visit = cartOf("OLD", "12");
        LineWishes said = new LineWishes(null, "4100", "For the kitchen");
        database.transaction(() -> latest(visit).put("SCALED", new BigDecimal("5"), database.now()));
        database.transaction(() -> latest(visit).wish(OrderWishes.NONE, Map.of("OLD", said), database.now()));

        replace(visit, "OLD");
        replace(visit, "OLD"); // pressed twice

        List<CartLine> lines = database.transaction(() -> latest(visit).lines());
        assertThat(lines).extracting(CartLine::article).containsExactly("NEW", "SCALED");
        assertThat(lines.get(0).quantity()).isEqualByComparingTo("15");
        assertThat(lines.get(0).wishes()).isEqualTo(said);
        assertThat(show(visit).isTransferable()).isTrue();
    }

    @Test
    void whatIsInTheCartOfTheSuccessorAlreadyIsAddedUp() {
        Visit visit = cartOf("OLD", "12");
        database.transaction(() -> latest(visit).put("NEW", new BigDecimal("10"), database.now()));

        replace(visit, "OLD");

        assertThat(show(visit).lines()).singleElement().satisfies(l -> {
            assertThat(l.article()).isEqualTo("NEW");
            assertThat(l.quantity()).as("22 in packs of 5").isEqualByComparingTo("25");
        });
    }

    @Test
    void aSuccessorOfAnotherUnitIsShownButNotPutInsteadByItself() {
        Visit visit = cartOf("COIL", "2");

        assertThat(given(visit).replacement("COIL").offer().article()).isEqualTo("METRES");
        assertThat(given(visit).replacement("COIL").quantity()).isNull();
        assertThatThrownBy(() -> replace(visit, "COIL")).isInstanceOf(UnknownArticleException.class);
    }

    @Test
    void aCircleOfDeadArticlesEndsInNothing() {
        Visit visit = cartOf("LOOP", "2");

        assertThat(given(visit).replacement("LOOP")).isNull();
        assertThatThrownBy(() -> replace(visit, "LOOP")).isInstanceOf(UnknownArticleException.class);
        assertThat(show(visit).lines()).extracting(PricedCart.Line::article).containsExactly("LOOP");
    }

    @Test
    void aSuccessorThatThePersonMayNotBuyIsNotOffered() {
        Visit visit = cartOf("OLD", "12");
        forbidden = Set.of("NEW");

        assertThat(given(visit).replacement("OLD")).isNull();
        assertThatThrownBy(() -> replace(visit, "OLD")).isInstanceOf(UnknownArticleException.class);
    }

    @Test
    void anArticleThatIsSoldStaysWhenItsReplacementIsForged() {
        Visit visit = cartOf("SCALED", "5");

        replace(visit, "SCALED");
        replace(visit, "no such");

        assertThat(show(visit).lines()).extracting(PricedCart.Line::article).containsExactly("SCALED");
    }

    @Test
    void theNextPriceIsTheFirstThatReallyIsLowerInWholePacks() {
        CartAdvice.NextPrice next = given(cartOf("SCALED", "10")).nextPrice("SCALED");

        assertThat(next.quantity())
                .as("from 18, in packs of 5; at 12 nothing changes")
                .isEqualByComparingTo("20");
        assertThat(next.more()).isEqualByComparingTo("10");
        assertThat(next.price().amount().amount()).isEqualByComparingTo("3.5");
        assertThat(given(cartOf("SCALED", "50")).nextPrice("SCALED")).isNull();
    }

    @Test
    void aCustomersNetPricesHaveTheirOwnSteps() {
        Visit visit = cartOf(ZORGGROEP, "SCALED", "10");

        CartAdvice.NextPrice next = given(visit).nextPrice("SCALED");

        assertThat(next.quantity()).isEqualByComparingTo("200");
        assertThat(next.price().perOne().amount()).isEqualByComparingTo("3.20");
        database.transaction(() -> carts.change(visit, "SCALED", next.quantity()));
        assertThat(show(visit).lines().get(0).offer().price()).isEqualTo(next.price());
    }

    private Visit cartOf(String article, String quantity) {
        return cartOf(BOUWGROEP, article, quantity);
    }

    private Visit cartOf(PartyId customer, String article, String quantity) {
        Visit visit = database.visitOf(customer);
        Cart cart = new Cart(visit.id(), customer, CartReference.next(), database.now());
        cart.put(article, new BigDecimal(quantity), database.now());
        database.transaction(() -> database.storedCarts.add(cart));
        return visit;
    }

    private Cart latest(Visit visit) {
        return database.storedCarts.latest(visit.id()).orElseThrow();
    }

    private void replace(Visit visit, String article) {
        database.transaction(() -> carts.replace(visit, article));
    }

    private PricedCart show(Visit visit) {
        return database.transaction(() -> carts.show(visit));
    }

    private CartAdvice.Given given(Visit visit) {
        return advice.of(visit, show(visit));
    }
}
