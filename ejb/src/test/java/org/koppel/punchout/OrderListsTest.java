package org.koppel.punchout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.koppel.punchout.PunchoutDatabase.BOUWGROEP;
import static org.koppel.punchout.PunchoutDatabase.ZORGGROEP;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koppel.catalogue.TestCatalogue;
import org.koppel.punchout.OrderList.Audience;
import org.koppel.punchout.OrderListRefusedException.Reason;

class OrderListsTest {
    private static final String SOCKET = "100001";
    private DataSource filled;
    private PunchoutDatabase database;
    private final Carts carts = new Carts();
    private final OrderLists lists = new OrderLists();

    @BeforeEach
    void open() {
        filled = TestCatalogue.ownDemo();
        TestCatalogue catalogue = new TestCatalogue(filled);
        database = new PunchoutDatabase(filled);
        CartPricing pricing = new CartPricing();
        pricing.offers = catalogue.offers();
        carts.carts = database.storedCarts;
        carts.pricing = pricing;
        carts.clock = database.clock();
        QuickOrder quick = new QuickOrder();
        quick.carts = carts;
        quick.offers = pricing.offers;
        lists.offers = pricing.offers;
        lists.terms = new CartTerms() {
            @Override
            public Shopper shopper(Visit visit) {
                return new Shopper(null, visit.buyer(), null, visit.site(), null);
            }
        };
        lists.lists = new StoredOrderLists();
        lists.lists.em = database.entities();
        lists.carts = carts;
        lists.quick = quick;
        lists.clock = database.clock();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aSavedCartCanBeOrderedByEveryBuyerOfTheCustomer() {
        Visit visit = database.visitOf(BOUWGROEP);
        add(visit, SOCKET, "3");
        save(visit, " Week ");
        Visit later = database.visitOf(BOUWGROEP);
        OrderList list = all(later).get(0);
        assertThat(list.name()).isEqualTo("Week");
        assertThat(list.lines()).isEqualTo(1);
        assertThat(order(later, list.id())).extracting(QuickLine::outcome).containsExactly(QuickLine.Outcome.ADDED);
        assertThat(show(later))
                .singleElement()
                .satisfies(l -> assertThat(l.quantity()).isEqualByComparingTo("3"));
    }

    @Test
    void anotherCustomerNeitherSeesNorOrdersNorRemovesIt() {
        Visit visit = database.visitOf(BOUWGROEP);
        add(visit, SOCKET, "3");
        save(visit, "Week");
        UUID list = all(visit).get(0).id();
        Visit foreign = database.visitOf(ZORGGROEP);
        assertThat(all(foreign)).isEmpty();
        assertThat(order(foreign, list)).isEmpty();
        remove(foreign, list);
        assertThat(all(visit)).hasSize(1);
        assertRefused(Reason.NOT_YOURS, () -> lists.put(foreign, list, SOCKET, BigDecimal.ONE));
        assertRefused(Reason.NOT_YOURS, () -> lists.take(foreign, list, SOCKET));
        remove(visit, list);
        assertThat(all(visit)).isEmpty();
    }

    @Test
    void aListOfTheSameNameIsReplaced() {
        Visit visit = database.visitOf(BOUWGROEP);
        add(visit, SOCKET, "3");
        save(visit, "Week");
        add(visit, "100002", "1");
        save(visit, "Week");
        assertThat(all(visit)).extracting(OrderList::lines).containsExactly(2);
    }

    @Test
    void nothingIsSavedWithoutANameOrACart() {
        Visit visit = database.visitOf(BOUWGROEP);
        assertRefused(Reason.NAME, () -> lists.save(visit, " ", Audience.CUSTOMER, true));
        assertRefused(Reason.EMPTY, () -> lists.save(visit, "Week", Audience.CUSTOMER, true));
    }

    @Test
    void anOwnListIsSeenByItsOwnerOnlyWhereverThatIs() {
        Visit an = as(database.visitOf(BOUWGROEP), "An", "YARD");
        add(an, SOCKET, "3");
        save(an, "Mine", Audience.BUYER, true);

        Visit elsewhere = as(database.visitOf(BOUWGROEP), "AN", "HQ");
        Visit tom = as(database.visitOf(BOUWGROEP), "Tom", "YARD");
        UUID list = all(elsewhere).get(0).id();
        assertThat(all(tom)).isEmpty();
        assertThat(order(tom, list)).isEmpty();
        assertThat(database.transaction(() -> lists.lines(tom, list))).isEmpty();
        assertRefused(Reason.NOT_YOURS, () -> lists.put(tom, list, SOCKET, BigDecimal.ONE));
        assertThat(order(elsewhere, list)).hasSize(1);
    }

    @Test
    void aSitesListIsSeenByTheBuyersOfThatSite() {
        Visit an = as(database.visitOf(BOUWGROEP), "An", "YARD");
        add(an, SOCKET, "3");
        save(an, "Van", Audience.SITE, false);

        Visit tom = as(database.visitOf(BOUWGROEP), "Tom", "YARD");
        assertThat(all(tom)).singleElement().satisfies(l -> {
            assertThat(l.audience()).isEqualTo(Audience.SITE);
            assertThat(l.changeable()).as("he may order it, but it is hers").isFalse();
        });
        assertThat(order(tom, all(tom).get(0).id())).hasSize(1);
        assertThat(all(as(tom, "Tom", "HQ"))).isEmpty();
        assertThat(all(as(tom, "Tom", null))).isEmpty();
    }

    @Test
    void whatOnlyItsOwnerMayChangeNobodyElseChanges() {
        Visit an = as(database.visitOf(BOUWGROEP), "An", null);
        add(an, SOCKET, "3");
        save(an, "Week", Audience.CUSTOMER, false);
        Visit tom = as(database.visitOf(BOUWGROEP), "Tom", null);
        add(tom, "100002", "100");
        UUID list = all(tom).get(0).id();

        assertRefused(Reason.NOT_YOURS, () -> lists.save(tom, "Week", Audience.CUSTOMER, true));
        assertRefused(Reason.NOT_YOURS, () -> lists.put(tom, list, SOCKET, BigDecimal.ONE));
        assertRefused(Reason.NOT_YOURS, () -> lists.take(tom, list, SOCKET));
        assertRefused(Reason.NOT_YOURS, () -> lists.remove(tom, list));
        Visit nobody = as(tom, null, null);
        assertRefused(Reason.NOT_YOURS, () -> lists.remove(nobody, list));
        assertThat(articles(an, list)).containsExactly(SOCKET);
    }

    @Test
    void aListThatAllMayChangeStaysItsOwners() {
        Visit an = as(database.visitOf(BOUWGROEP), "An", null);
        add(an, SOCKET, "3");
        save(an, "Week", Audience.CUSTOMER, true);
        Visit tom = as(database.visitOf(BOUWGROEP), "Tom", null);
        add(tom, "100002", "100");
        save(tom, "Week", Audience.CUSTOMER, false);
        UUID list = all(an).get(0).id();

        assertThat(articles(an, list)).containsExactly("100002");
        assertThat(all(tom).get(0).changeable()).as("only she could lock it").isTrue();
        save(an, "Week", Audience.CUSTOMER, false);
        assertThat(all(tom).get(0).changeable()).isFalse();
        assertThat(all(an).get(0).changeable()).isTrue();
    }

    @Test
    void aSharedListWhoseOwnerLeftIsChangedAndTakenOverByColleaguesWhoSeeIt() {
        Visit an = as(database.visitOf(BOUWGROEP), "An", "YARD");
        add(an, SOCKET, "3");
        save(an, "Van", Audience.SITE, false);
        UUID list = all(an).get(0).id();
        Visit tom = as(database.visitOf(BOUWGROEP), "Tom", "YARD");
        assertRefused(Reason.NOT_YOURS, () -> lists.takeOver(tom, list));

        new TestCatalogue(filled)
                .execute("insert into buyer (customer, login, name, active) values ('bouwgroep', 'AN', 'An', false)");
        assertThat(all(tom)).singleElement().satisfies(l -> {
            assertThat(l.orphaned()).isTrue();
            assertThat(l.changeable()).isTrue();
        });
        database.transaction(() -> unchecked(() -> lists.put(tom, list, SOCKET, new BigDecimal("7"))));
        Visit elsewhere = as(database.visitOf(BOUWGROEP), "Eva", "HQ");
        assertRefused(Reason.NOT_YOURS, () -> lists.takeOver(elsewhere, list));
        assertRefused(Reason.AUDIENCE, () -> lists.takeOver(as(tom, null, "YARD"), list));

        database.transaction(() -> unchecked(() -> lists.takeOver(tom, list)));
        assertThat(all(tom)).singleElement().satisfies(l -> {
            assertThat(l.buyer()).isEqualTo("Tom");
            assertThat(l.orphaned()).isFalse();
            assertThat(l.changeable()).isTrue();
        });
        Visit eva = as(database.visitOf(BOUWGROEP), "Eva", "YARD");
        assertThat(all(eva).get(0).changeable()).as("it is his now").isFalse();
    }

    @Test
    void articlesAreKeptChangedAndTakenOffOneByOne() {
        Visit an = as(database.visitOf(BOUWGROEP), "An", null);
        OrderList favourites = keep(an, null, SOCKET);
        keep(an, favourites.id(), "100002");
        assertThat(keep(an, null, SOCKET).id()).isEqualTo(favourites.id());
        database.transaction(() -> unchecked(() -> lists.put(an, favourites.id(), SOCKET, new BigDecimal("7"))));

        List<OrderLists.Line> lines = database.transaction(() -> lists.lines(an, favourites.id()));
        assertThat(lines).extracting(OrderLists.Line::article).containsExactly(SOCKET, "100002");
        assertThat(lines.get(0).quantity()).isEqualByComparingTo("7");
        assertThat(lines.get(1).offer().price()).isNotNull();

        database.transaction(() -> unchecked(() -> lists.take(an, favourites.id(), SOCKET)));
        assertThat(articles(an, favourites.id())).containsExactly("100002");
        assertRefused(Reason.QUANTITY, () -> lists.put(an, favourites.id(), "100002", BigDecimal.ZERO));
        assertThatThrownBy(() -> keep(an, null, "no such")).isInstanceOf(UnknownArticleException.class);
    }

    @Test
    void whoeverIsNobodyKnownHasNoOwnList() {
        Visit nobody = as(database.visitOf(BOUWGROEP), null, null);
        add(nobody, SOCKET, "3");

        assertThat(lists.audiences(nobody)).containsExactly(Audience.CUSTOMER);
        assertRefused(Reason.AUDIENCE, () -> lists.save(nobody, "Mine", Audience.BUYER, false));
        assertRefused(Reason.AUDIENCE, () -> lists.save(nobody, "Van", Audience.SITE, false));
        save(nobody, "Week", Audience.CUSTOMER, false);
        assertThat(all(as(nobody, "Tom", null)).get(0).changeable())
                .as("nobody else could")
                .isTrue();
    }

    @Test
    void whoOnlyLooksChangesNoList() {
        Visit an = as(database.visitOf(BOUWGROEP), "An", null);
        UUID list = keep(an, null, SOCKET).id();
        Visit look = new Visit(
                an.id(),
                an.customer(),
                an.customerName(),
                "An",
                an.mechanism(),
                an.language(),
                an.returnAddress(),
                an.origins(),
                Purpose.INSPECT,
                null);
        assertThatThrownBy(() -> lists.take(look, list, SOCKET)).isInstanceOf(ReadOnlyVisitException.class);
        assertThatThrownBy(() -> lists.remove(look, list)).isInstanceOf(ReadOnlyVisitException.class);
        assertThatThrownBy(() -> lists.keep(look, null, "F", SOCKET)).isInstanceOf(ReadOnlyVisitException.class);
    }

    @Test
    void aCartThatWentHomeCanBeOrderedAgainByTheSameBuyerOnly() {
        Visit visit = database.visitOf(BOUWGROEP);
        add(visit, SOCKET, "4");
        new TestCatalogue(filled).execute("update cart set status = 'TRANSFERRED'");
        Visit later = database.visitOf(BOUWGROEP);
        OrderList cart = database.transaction(() -> lists.earlier(later)).get(0);
        assertThat(order(later, cart.id())).hasSize(1);
        assertThat(show(later))
                .singleElement()
                .satisfies(l -> assertThat(l.quantity()).isEqualByComparingTo("4"));

        new TestCatalogue(filled)
                .execute("update punchout_visit set buyer = 'Jan Claes' where id = '" + visit.id() + "'");
        assertThat(database.transaction(() -> lists.earlier(later))).isEmpty();
        assertThat(order(later, cart.id())).isEmpty();
    }

    @Test
    void whoHasALogInFindsTheCartsOfThatLogInWhateverNameTheSystemGave() {
        Visit visit = database.visitOf(BOUWGROEP);
        add(visit, SOCKET, "4");
        new TestCatalogue(filled)
                .execute("update cart set status = 'TRANSFERRED', buyer = 'an.peeters' where visit = '" + visit.id()
                        + "'");
        Visit namesake = database.visitOf(BOUWGROEP);
        assertThat(database.transaction(() -> lists.earlier(namesake))).isEmpty();

        knownAs("An.Peeters", null);
        Visit renamed = as(database.visitOf(BOUWGROEP), "A. Peeters", null);
        OrderList cart = database.transaction(() -> lists.earlier(renamed)).get(0);
        assertThat(order(renamed, cart.id())).extracting(QuickLine::outcome).containsExactly(QuickLine.Outcome.ADDED);
        knownAs("tom.maes", null);
        assertThat(database.transaction(() -> lists.earlier(renamed))).isEmpty();
        assertThat(order(renamed, cart.id())).isEmpty();
    }

    @Test
    void ordersOfTheCustomerOrTheSiteThatCameByOtherWaysCanBeOrderedAgain() {
        UUID yard = ordered("bouwgroep", "4711", "YARD", "C62");
        UUID foreign = ordered("zorggroep", "4712", "YARD", "C62");
        UUID head = ordered("bouwgroep", "4713", "HQ", "MTR");
        knownAs("an.peeters", null);
        Visit anywhere = database.visitOf(BOUWGROEP);
        assertThat(database.transaction(() -> lists.earlier(anywhere)))
                .extracting(OrderList::name)
                .containsExactlyInAnyOrder("4711", "4713");
        assertThat(order(anywhere, head)).extracting(QuickLine::outcome).containsExactly(QuickLine.Outcome.OTHER_UNIT);
        assertThat(order(anywhere, foreign)).isEmpty();

        knownAs("an.peeters", "YARD");
        Visit there = database.visitOf(BOUWGROEP);
        assertThat(database.transaction(() -> lists.earlier(there)))
                .extracting(OrderList::name, OrderList::lines)
                .containsExactly(tuple("4711", 1));
        assertThat(order(there, head)).isEmpty();
        assertThat(order(there, yard)).extracting(QuickLine::outcome).containsExactly(QuickLine.Outcome.ADDED);
        assertThat(show(there))
                .singleElement()
                .satisfies(l -> assertThat(l.quantity()).isEqualByComparingTo("6"));
    }

    /** An order of six sockets in two lines, as another channel brought it. */
    private UUID ordered(String customer, String number, String site, String unit) {
        UUID id = UUID.randomUUID();
        new TestCatalogue(filled).execute("alter table purchase_order alter column document drop not null");
        new TestCatalogue(filled)
                .execute(
                        "insert into purchase_order (id, version, customer, number, digest, status, currency, line_count,"
                                + " test, issued_at, received_at, changed_at, site) values ('" + id + "', 0, '"
                                + customer
                                + "', '" + number + "', '\\x00', 'CONFIRMED', 'EUR', 2, false, now(), now(), now(), '"
                                + site + "')");
        for (int position : new int[] {1, 2}) {
            new TestCatalogue(filled)
                    .execute(
                            "insert into purchase_order_line (purchase_order, position, number, article, quantity, unit)"
                                    + " values ('" + id + "', " + position + ", '" + position + "', '" + SOCKET
                                    + "', 3, '" + unit
                                    + "')");
        }
        return id;
    }

    private void knownAs(String login, String site) {
        lists.terms = new CartTerms() {
            @Override
            public Shopper shopper(Visit visit) {
                return new Shopper(login, visit.buyer(), null, site, site);
            }
        };
    }

    private void add(Visit visit, String article, String quantity) {
        database.transaction(() -> carts.add(visit, article, new BigDecimal(quantity)));
    }

    private void save(Visit visit, String name) {
        save(visit, name, Audience.CUSTOMER, true);
    }

    private void save(Visit visit, String name, Audience audience, boolean byAll) {
        database.transaction(() -> unchecked(() -> lists.save(visit, name, audience, byAll)));
    }

    private void remove(Visit visit, UUID list) {
        database.transaction(() -> unchecked(() -> lists.remove(visit, list)));
    }

    private OrderList keep(Visit visit, UUID list, String article) {
        return database.transaction(() -> {
            try {
                return lists.keep(visit, list, "Favourites", article);
            } catch (OrderListRefusedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private List<String> articles(Visit visit, UUID list) {
        return database.transaction(() -> lists.lines(visit, list)).stream()
                .map(OrderLists.Line::article)
                .toList();
    }

    private interface Change {
        void make() throws OrderListRefusedException;
    }

    private static void unchecked(Change change) {
        try {
            change.make();
        } catch (OrderListRefusedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void assertRefused(Reason reason, Change change) {
        assertThatThrownBy(() -> database.transaction(() -> unchecked(change)))
                .cause()
                .isInstanceOfSatisfying(
                        OrderListRefusedException.class,
                        e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private static Visit as(Visit visit, String buyer, String site) {
        return new Visit(
                visit.id(),
                visit.customer(),
                visit.customerName(),
                buyer,
                visit.mechanism(),
                visit.language(),
                visit.returnAddress(),
                visit.origins(),
                Purpose.CREATE,
                site);
    }

    private List<OrderList> all(Visit visit) {
        return database.transaction(() -> lists.all(visit));
    }

    private List<QuickLine> order(Visit visit, UUID list) {
        return database.transaction(() -> lists.order(visit, list));
    }

    private List<PricedCart.Line> show(Visit visit) {
        return database.transaction(() -> carts.show(visit)).lines();
    }
}
