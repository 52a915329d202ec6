package org.koppel.punchout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import org.koppel.platform.TestDatabase;

class OrderListsTest {
    private static final String SOCKET = "100001";
    private DataSource filled;
    private PunchoutDatabase database;
    private final Carts carts = new Carts();
    private final OrderLists lists = new OrderLists();

    @BeforeEach
    void open() {
        filled = TestDatabase.fresh();
        TestCatalogue catalogue = new TestCatalogue(filled);
        catalogue.fillDemo();
        database = new PunchoutDatabase(filled);
        CartPricing pricing = new CartPricing();
        pricing.offers = catalogue.offers();
        carts.carts = database.storedCarts;
        carts.pricing = pricing;
        carts.clock = database.clock();
        QuickOrder quick = new QuickOrder();
        quick.carts = carts;
        quick.offers = pricing.offers;
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
        database.transaction(() -> lists.remove(foreign, list));
        assertThat(all(visit)).hasSize(1);
        database.transaction(() -> lists.remove(visit, list));
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
        assertThatThrownBy(() -> lists.save(visit, " ")).isInstanceOf(OrderListRefusedException.class);
        assertThatThrownBy(() -> lists.save(visit, "Week"))
                .isInstanceOfSatisfying(
                        OrderListRefusedException.class,
                        e -> assertThat(e.reason()).isEqualTo(OrderListRefusedException.Reason.EMPTY));
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

    private void add(Visit visit, String article, String quantity) {
        database.transaction(() -> carts.add(visit, article, new BigDecimal(quantity)));
    }

    private void save(Visit visit, String name) {
        database.transaction(() -> {
            try {
                lists.save(visit, name);
            } catch (OrderListRefusedException e) {
                throw new IllegalStateException(e);
            }
        });
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
