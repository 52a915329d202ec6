package org.koppel.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.koppel.order.Orders.anOrder;
import static org.koppel.order.Orders.line;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koppel.document.Document;
import org.koppel.document.Order;
import org.koppel.document.OrderCancellation;
import org.koppel.document.OrderChange;
import org.koppel.document.OrderChangeLine;
import org.koppel.document.OrderChangeLine.Action;
import org.koppel.document.OrderLine;
import org.koppel.inbound.Received;
import org.koppel.party.Customer;
import org.koppel.shared.DocumentNumber;
import org.koppel.shared.Money;
import org.koppel.shared.Quantity;

/** What the back office is told of orders, on a real PostgreSQL. */
class BackOfficeOrdersTest {
    private final OrderDesk desk = new OrderDesk();

    @BeforeEach
    void aCustomer() {
        desk.connected = true;
        desk.transaction(() -> desk.sql("insert into customer (id, name, order_policy, gln) values ('buyer-1', 'Buyer',"
                + " 'AUTO', '5412345000006')"));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void whatWasSoldIsToldUnderOurNumbersAndPrices() {
        take(anOrder(line("1", "100001", "2", "4.50"), line("2", "999999", "1", "1.00")));

        assertThat(desk.told).singleElement().isInstanceOfSatisfying(Order.class, order -> {
            assertThat(order.number()).isEqualTo(new DocumentNumber("4711"));
            assertThat(order.buyer().gln()).isEqualTo("5412345000006");
            assertThat(order.buyer().address().id()).isEqualTo("buyer-1");
            assertThat(order.lines()).extracting(OrderLine::number).containsExactly("1");
            assertThat(order.lines().get(0).quantity()).isEqualTo(Quantity.of("2", "H87"));
            assertThat(order.lines().get(0).item().description()).isEqualTo("Socket");
            assertThat(order.total()).isEqualTo(Money.of("9.00", "EUR"));
        });
    }

    @Test
    void anOrderThatWasRejectedIsNotTold() {
        take(anOrder(line("1", "999999", "2", "4.50")));

        assertThat(desk.answers).hasSize(1);
        assertThat(desk.told).isEmpty();
    }

    @Test
    void aTestIsNeverTold() {
        take(test(anOrder(line("1", "100001", "2", "4.50"))));

        assertThat(desk.answers).hasSize(1);
        assertThat(desk.told).isEmpty();
    }

    @Test
    void withoutAnAgreedChannelNothingIsTold() {
        desk.connected = false;

        take(anOrder(line("1", "100001", "2", "4.50")));

        assertThat(desk.told).isEmpty();
    }

    @Test
    void aChangeIsToldAsTheOrderAsItShallBeAndACancellationAsSuch() {
        Order order = anOrder(line("1", "100001", "2", "4.50"));
        take(order);
        change(order, line("1", "100001", "8", "4.50"));
        cancel(order);

        assertThat(desk.told).extracting(Document::type).containsExactly("Order", "OrderChange", "OrderCancellation");
        OrderChange change = (OrderChange) desk.told.get(1);
        assertThat(change.complete()).isTrue();
        assertThat(change.number()).isEqualTo(new DocumentNumber("4711-C1"));
        assertThat(change.content().lines().get(0).quantity()).isEqualTo(Quantity.of("8", "H87"));
        OrderCancellation cancellation = (OrderCancellation) desk.told.get(2);
        assertThat(cancellation.order()).isEqualTo(new DocumentNumber("4711"));
        assertThat(cancellation.buyer().address().id()).isEqualTo("buyer-1");
    }

    @Test
    void aChangeSaysWhichLinesAreNewWhichAreOtherwiseAndWhichAreGone() {
        Order order = anOrder(line("1", "100001", "2", "4.50"), line("2", "100002", "6", "4.50"));
        take(order);
        change(order, line("1", "100001", "8", "4.50"), line("3", "100003", "4", "4.50"));

        OrderChange change = (OrderChange) desk.told.get(1);
        assertThat(change.complete()).isTrue();
        assertThat(change.lines())
                .extracting(OrderChangeLine::number, OrderChangeLine::action)
                .containsExactly(tuple("1", Action.CHANGE), tuple("3", Action.ADD), tuple("2", Action.REMOVE));
        assertThat(change.lines().get(2).line().quantity()).isEqualTo(Quantity.of("6", "H87"));
    }

    @Test
    void aChangeThatLeavesNothingCancels() {
        Order order = anOrder(line("1", "100001", "2", "4.50"));
        take(order);
        change(order, line("1", "999999", "2", "4.50"));

        assertThat(desk.told).extracting(Document::type).containsExactly("Order", "OrderCancellation");
    }

    @Test
    void whereTheBackOfficeAnswersItIsToldWhatIsAskedAndNotItsOwnAnswer() {
        desk.transaction(() -> desk.sql("update customer set order_policy = 'BACK_OFFICE'" + " where not back_office"));
        Order order = anOrder(line("1", "100001", "2", "4.50"));
        UUID[] id = new UUID[1];
        desk.transaction(() -> {
            Received received = desk.received(order, "payload-1");
            PurchaseOrder taken = new PurchaseOrder(order, OrderHandler.digest(order), received);
            taken.hold("BACK_OFFICE", OrderDesk.MONDAY);
            desk.em.persist(taken);
            desk.answer.backOffice.asked(taken, order, desk.em.find(Customer.class, "buyer-1"));
            id[0] = taken.id();
        });
        desk.transaction(() -> desk.confirmation.confirm(id[0]));
        change(order, line("1", "100001", "8", "4.50"));

        assertThat(desk.told).extracting(Document::type).containsExactly("Order", "OrderChange");
        assertThat(desk.answers).hasSize(1);
    }

    private void take(Order order) {
        desk.transaction(() -> {
            Customer customer = desk.em.find(Customer.class, "buyer-1");
            PurchaseOrder taken =
                    new PurchaseOrder(order, OrderHandler.digest(order), desk.received(order, "payload-1"));
            desk.answer.answer(taken, order, "payload-1", customer, desk.answer.offers(customer, order));
        });
    }

    private void change(Order order, OrderLine... lines) {
        Order after = copy(order, false, List.of(lines));
        OrderChange change = OrderChange.complete(new DocumentNumber("CH-1"), "2", after);
        desk.transaction(() -> desk.changes.take(ChangeRequest.of(change), desk.received(change, "payload-2")));
    }

    private void cancel(Order order) {
        OrderCancellation cancellation =
                new OrderCancellation(new DocumentNumber("CA-1"), null, order.issuedAt(), order.number(), false, null);
        desk.transaction(
                () -> desk.changes.take(ChangeRequest.of(cancellation), desk.received(cancellation, "payload-3")));
    }

    private static Order test(Order order) {
        return copy(order, true, order.lines());
    }

    private static Order copy(Order order, boolean test, List<OrderLine> lines) {
        return new Order(
                order.number(),
                null,
                order.issuedAt(),
                order.currency(),
                order.language(),
                test,
                null,
                null,
                order.shipTo(),
                null,
                null,
                null,
                List.of(),
                lines);
    }
}
