package org.koppel.punchout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.koppel.punchout.PunchoutDatabase.BOUWGROEP;
import static org.koppel.punchout.PunchoutDatabase.ZORGGROEP;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koppel.document.Price;
import org.koppel.shared.Money;
import org.koppel.shared.PartyId;
import org.koppel.shared.UnitCode;

class ParkedCartsTest {
    private static final UUID ORDER = UUID.fromString("00000000-0000-0000-0000-000000004711");
    private PunchoutDatabase database;

    @BeforeEach
    void open() {
        database = new PunchoutDatabase();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aCartComesBackByItsReferenceAsItWasHandedOver() {
        String reference = handedOver(BOUWGROEP, "100002", "100001");
        ParkedCart found = named(BOUWGROEP, Set.of("something else", reference)).orElseThrow();
        assertThat(found.reference()).isEqualTo(reference);
        assertThat(found.lines())
                .containsExactly(
                        new ParkedCart.Line(1, "100002", new BigDecimal("3.000"), UnitCode.PIECE, price()),
                        new ParkedCart.Line(2, "100001", new BigDecimal("3.000"), UnitCode.PIECE, price()));
    }

    @Test
    void withoutAReferenceCartsWithExactlyTheseArticlesAreFoundTheNewestFirst() {
        String older = handedOver(BOUWGROEP, "100001", "100002");
        String newest = handedOver(BOUWGROEP, "100002", "100001");
        handedOver(BOUWGROEP, "100001");
        handedOver(BOUWGROEP, "100001", "100002", "100003");
        handedOver(ZORGGROEP, "100001", "100002");
        assertThat(alike("100001", "100002", "100001")).containsExactly(newest, older);
        assertThat(alike("100001", "100009")).isEmpty();
        assertThat(alike()).isEmpty();
    }

    @Test
    void anOrderWithALineMoreOrLessIsMostLikeTheWaitingCartThatSharesMostArticlesWithIt() {
        String sockets = handedOver(BOUWGROEP, "100001", "100002", "100003");
        String lamps = handedOver(BOUWGROEP, "100001", "100002", "200001", "200002");
        handedOver(ZORGGROEP, "100001", "100002", "100003", "100004");
        handedOver(BOUWGROEP, true, true, "100001", "100002", "100003", "100004");

        assertThat(similar(0, "100001", "100002", "100003", "100004")).containsExactly(sockets);
        assertThat(similar(0, "100001", "100003")).containsExactly(sockets);
        assertThat(similar(1, "100001", "100002", "200001", "200002")).containsExactly(lamps);
    }

    @Test
    void allThatAreEquallyLikeTheOrderAreFound() {
        String one = handedOver(BOUWGROEP, "100001", "100002");
        String other = handedOver(BOUWGROEP, "100001", "100003");

        assertThat(similar(0, "100001")).containsExactlyInAnyOrder(one, other);
    }

    @Test
    void aCartThatSharesLessThanHalfOfItsArticlesOrOfTheOrdersIsNotLikeIt() {
        handedOver(BOUWGROEP, "100001", "100002", "100003");

        assertThat(similar(0, "100001", "900001")).isEmpty();
        assertThat(similar(0, "100001", "100002", "900001", "900002", "900003")).isEmpty();
        assertThat(similar(3, "100001", "100002")).isEmpty();
        assertThat(similar(2, "100001", "100002")).hasSize(1);
        assertThat(similar(1)).isEmpty();
    }

    @Test
    void onlyACartThatWaitsIsLikeAnOrder() {
        String reference = handedOver(BOUWGROEP, "100001", "100002");
        assertThat(similar(0, "100001")).containsExactly(reference);

        database.pass(Duration.ofDays(31));

        assertThat(similar(0, "100001")).isEmpty();
    }

    @Test
    void aCartThatExpiredLongAgoIsNotFoundByItsArticles() {
        String reference = handedOver(BOUWGROEP, "100001");
        ParkedCart cart = named(BOUWGROEP, Set.of(reference)).orElseThrow();
        database.pass(Duration.ofDays(31));
        database.transaction(() -> database.parkedCarts.expire(cart.id()));
        assertThat(alike("100001")).containsExactly(reference);
        database.pass(Duration.ofDays(30));
        assertThat(alike("100001")).isEmpty();
        assertThat(named(BOUWGROEP, Set.of(reference))).isPresent();
    }

    @Test
    void aCartThatWasOrderedByItsTransferAndWentHomeIsFoundByItsArticlesAsLongAsItWouldWait() {
        String home = handedOver(BOUWGROEP, true, true, "100001");
        String stayed = handedOver(BOUWGROEP, true, false, "100001");
        for (String reference : List.of(home, stayed)) {
            ParkedCart cart = named(BOUWGROEP, Set.of(reference)).orElseThrow();
            database.transaction(() -> database.parkedCarts.ordered(BOUWGROEP, cart.id(), ORDER));
        }
        assertThat(alike("100001")).containsExactly(home);
        database.pass(Duration.ofDays(30));
        assertThat(alike("100001")).isEmpty();
    }

    @Test
    void anotherCustomersCartIsNeverFound() {
        String reference = handedOver(ZORGGROEP, "100001");
        assertThat(named(BOUWGROEP, Set.of(reference))).isEmpty();
        assertThat(alike("100001")).isEmpty();
    }

    @Test
    void anOpenOrCancelledCartIsNotParked() {
        Cart open = cart(BOUWGROEP, "100001");
        assertThat(named(BOUWGROEP, Set.of(open.reference()))).isEmpty();
        Cart given = cart(BOUWGROEP, "100001");
        database.transaction(() ->
                database.storedCarts.byId(BOUWGROEP, given.id()).orElseThrow().cancel(database.now()));
        assertThat(named(BOUWGROEP, Set.of(given.reference()))).isEmpty();
        assertThat(alike("100001")).isEmpty();
    }

    @Test
    void anOrderedCartIsFoundByReferenceForASplitOrderButNotByItsArticles() {
        String reference = handedOver(BOUWGROEP, "100001");
        ParkedCart cart = named(BOUWGROEP, Set.of(reference)).orElseThrow();
        database.transaction(() -> database.parkedCarts.ordered(BOUWGROEP, cart.id(), ORDER));
        database.transaction(() -> database.parkedCarts.ordered(BOUWGROEP, cart.id(), UUID.randomUUID()));
        assertThat(named(BOUWGROEP, Set.of(reference))).isPresent();
        assertThat(alike("100001")).isEmpty();
        Object first = database.transaction(() -> database.entities()
                .createNativeQuery("select purchase_order from cart where id = :id", UUID.class)
                .setParameter("id", cart.id())
                .getSingleResult());
        assertThat(first).isEqualTo(ORDER);
    }

    @Test
    void aCartThatNeverWentHomeCannotBeOrdered() {
        Cart open = cart(BOUWGROEP, "100001");
        assertThatThrownBy(() -> database.transaction(() -> database.parkedCarts.ordered(BOUWGROEP, open.id(), ORDER)))
                .isInstanceOf(IllegalCartStateException.class)
                .hasMessageContaining("OPEN");
    }

    @Test
    void linesKeepTheirOrderWhenOneIsTakenOut() {
        Cart cart = cart(BOUWGROEP, "100001", "100002", "100003");
        database.transaction(() ->
                database.storedCarts.byId(BOUWGROEP, cart.id()).orElseThrow().remove("100001", database.now()));
        Cart stored = database.transaction(
                () -> database.storedCarts.byId(BOUWGROEP, cart.id()).orElseThrow());
        assertThat(stored.lines()).extracting(CartLine::article).containsExactly("100002", "100003");
    }

    @Test
    void cartsOfVisitsThatAreOverExpire() {
        Cart cart = cart(BOUWGROEP, "100001");
        database.pass(Duration.ofHours(5));
        database.transaction(database.parkedCarts::closeAbandoned);
        Cart stored = database.transaction(
                () -> database.storedCarts.byId(BOUWGROEP, cart.id()).orElseThrow());
        assertThat(stored.status()).isEqualTo(Cart.Status.EXPIRED);
    }

    @Test
    void lastArticlesAreThoseOfTheNewestHandedOverCarts() {
        handedOver(BOUWGROEP, "100001", "100002");
        handedOver(BOUWGROEP, "100003");
        cart(BOUWGROEP, "100009");
        assertThat(database.transaction(() -> database.storedCarts.lastArticles(BOUWGROEP, 2)))
                .containsExactly("100003", "100001");
    }

    private Optional<ParkedCart> named(PartyId customer, Set<String> references) {
        return database.transaction(() -> database.parkedCarts.named(customer, references));
    }

    /** References of bouwgroep's carts. */
    private List<String> alike(String... articles) {
        return database.transaction(() -> database.parkedCarts.alike(BOUWGROEP, List.of(articles))).stream()
                .map(ParkedCart::reference)
                .toList();
    }

    private List<String> similar(int others, String... articles) {
        return database.transaction(() -> database.parkedCarts.similar(BOUWGROEP, List.of(articles), others)).stream()
                .map(ParkedCart::reference)
                .toList();
    }

    private Cart cart(PartyId customer, String... articles) {
        Visit visit = database.visitOf(customer);
        database.pass(Duration.ofSeconds(1));
        return database.transaction(() -> {
            Cart cart = new Cart(visit.id(), customer, CartReference.next(), database.now());
            List.of(articles).forEach(a -> cart.put(a, new BigDecimal("3"), database.now()));
            database.storedCarts.add(cart);
            return cart;
        });
    }

    private String handedOver(PartyId customer, String... articles) {
        return handedOver(customer, false, true, articles);
    }

    private String handedOver(PartyId customer, boolean atOnce, boolean goesHome, String... articles) {
        Cart cart = cart(customer, articles);
        return database.transaction(() -> {
            Cart stored = database.storedCarts.byId(customer, cart.id()).orElseThrow();
            List<CartItem> items = new ArrayList<>();
            stored.lines().forEach(l -> items.add(item(items.size() + 1, l)));
            stored.transfer(
                    items,
                    new Cart.Parking(
                            Shopper.NOBODY,
                            null,
                            BigDecimal.TEN,
                            database.now().plus(Duration.ofDays(30)),
                            atOnce,
                            goesHome),
                    database.now());
            return stored.reference();
        });
    }

    private static CartItem item(int number, CartLine line) {
        return ACartItem.of(number, line.article(), "Kabel")
                .quantity(line.quantity(), UnitCode.PIECE)
                .price(price())
                .leadTimeDays(2)
                .build();
    }

    private static Price price() {
        return new Price(new Money(new BigDecimal("12.500000"), "EUR"), new BigDecimal("100.000000"));
    }
}
