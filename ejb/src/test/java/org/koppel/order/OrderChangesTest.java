package org.koppel.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.koppel.order.Orders.anOrder;
import static org.koppel.order.Orders.line;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koppel.archive.ArchivedDocument;
import org.koppel.codec.Problem;
import org.koppel.document.Document;
import org.koppel.document.LineStatus;
import org.koppel.document.Order;
import org.koppel.document.OrderCancellation;
import org.koppel.document.OrderChange;
import org.koppel.document.OrderChangeLine;
import org.koppel.document.OrderLine;
import org.koppel.document.OrderResponse;
import org.koppel.document.OrderResponse.Notice;
import org.koppel.document.OrderResponseLine;
import org.koppel.document.Reason;
import org.koppel.inbound.Handled;
import org.koppel.inbound.Handled.Kind;
import org.koppel.party.Customer;
import org.koppel.shared.DocumentNumber;

/** What becomes of changes and cancellations, on a real PostgreSQL. */
class OrderChangesTest {
    private static final DocumentNumber NUMBER = new DocumentNumber("4711");

    private final OrderDesk desk = new OrderDesk();
    private final Order content = anOrder(line("1", "100001", "2", "4.50"), line("2", "100002", "4", "4.50"));
    private UUID order;

    @BeforeEach
    void aConfirmedOrder() {
        desk.transaction(() -> {
            desk.sql("insert into customer (id, name, order_policy) values ('buyer-1', 'Buyer', 'AUTO')");
            PurchaseOrder taken =
                    new PurchaseOrder(content, OrderHandler.digest(content), desk.received(content, "payload-1"));
            desk.answer.answer(
                    taken,
                    content,
                    "payload-1",
                    desk.em.find(Customer.class, "buyer-1"),
                    desk.answer.offers(desk.em.find(Customer.class, "buyer-1"), content));
            order = taken.id();
        });
        desk.answers.clear();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aChangedOrderIsJudgedAnewAndAnsweredUnderItsRevision() {
        assertThat(take(change("2", line("1", "100001", "8", "4.50")), "payload-2")
                        .kind())
                .isEqualTo(Kind.PROCESSED);

        OrderResponse answer = only();
        assertThat(answer.number()).isEqualTo(new DocumentNumber("OR-4711-2"));
        assertThat(answer.orderMessageId()).isEqualTo("payload-2");
        assertThat(answer.occasion())
                .isEqualTo(new OrderResponse.Occasion(OrderResponse.Occasion.Kind.CHANGE, NUMBER, "2"));
        assertThat(answer.lines()).extracting(OrderResponseLine::number).containsExactly("1");
        assertThat(state()).isEqualTo("CONFIRMED 36.00 1 line(s)");
    }

    @Test
    void anOrderIsTakenBackByTheNumberOfOurAnswerWhereTheBuyerNamesNoOther() {
        OrderResponse sent = OrderResponse.decided(
                new DocumentNumber("OR-4711"),
                null,
                NUMBER,
                LineStatus.ACCEPTED,
                "EUR",
                false,
                null,
                List.of(),
                List.of(),
                List.of());
        desk.transaction(() -> desk.em.persist(ArchivedDocument.out(OrderDesk.BUYER, order, sent, OrderDesk.MONDAY)));
        DocumentNumber ours = new DocumentNumber("OR-4711");

        take(new OrderCancellation(ours, null, null, ours, false, null), "payload-2");

        assertThat(only().notice()).isEqualTo(Notice.CANCELLED);
        assertThat(only().order()).isEqualTo(NUMBER);
        assertThat(state()).startsWith("CANCELLED");
    }

    @Test
    void anAnswerThatOnlyAnotherBuyerGotNamesNoOrder() {
        DocumentNumber ours = new DocumentNumber("OR-4711");

        take(new OrderCancellation(ours, null, null, ours, false, null), "payload-2");

        assertThat(only().notice()).isEqualTo(Notice.CANCELLATION_REFUSED);
        assertThat(state()).startsWith("CONFIRMED");
    }

    @Test
    void theLinesAsTheyWereAreKept() {
        take(change("2", line("1", "100001", "8", "4.50")), "payload-2");

        assertThat(desk.text("select before_status || ' ' || before_net || ' ' || before_lines"
                        + " from purchase_order_revision"))
                .startsWith("CONFIRMED 27.00 ")
                .contains("100001", "100002");
    }

    @Test
    void theSameChangeTwiceCountsOnce() {
        take(change("2", line("1", "100001", "8", "4.50")), "payload-2");

        assertThat(take(change("2", line("1", "100001", "8", "4.50")), "payload-3")
                        .kind())
                .isEqualTo(Kind.PROCESSED);
        assertThat(desk.answers).hasSize(1);
        assertThat(desk.text("select count(*)::text from purchase_order_revision"))
                .isEqualTo("1");
    }

    @Test
    void withoutAVersionTheWayBackIsAChangeToo() {
        take(change(null, line("1", "100001", "8", "4.50")), "payload-2");
        take(change(null, line("1", "100001", "6", "4.50")), "payload-3");
        take(change(null, line("1", "100001", "8", "4.50")), "payload-4");
        take(change(null, line("1", "100001", "8", "4.50")), "payload-5");

        assertThat(desk.answers)
                .extracting(a -> a.net().amount().toPlainString())
                .containsExactly("36.00", "27.00", "36.00");
    }

    @Test
    void otherContentUnderTheSameVersionIsForAPerson() {
        take(change("2", line("1", "100001", "8", "4.50")), "payload-2");

        Handled handled = take(change("2", line("1", "100001", "6", "4.50")), "payload-3");

        assertThat(handled.kind()).isEqualTo(Kind.CONFLICT);
        assertThat(handled.problems()).extracting(Problem::code).containsExactly("CHANGE_NUMBER_USED");
        assertThat(state()).isEqualTo("CONFIRMED 36.00 1 line(s)");
    }

    @Test
    void anOlderVersionIsRefusedWithTheReasonAndChangesNothing() {
        take(change("3", line("1", "100001", "8", "4.50")), "payload-2");

        Handled handled = take(change("2", line("1", "100001", "6", "4.50")), "payload-3");

        assertRefused(handled, "REVISION_OLDER");
        assertThat(desk.answers.get(1).reasons().get(0).text()).contains("yours is 2, ours is 3");
        assertThat(state()).isEqualTo("CONFIRMED 36.00 1 line(s)");
    }

    @Test
    void anUnknownOrderIsRefusedInTheSameWay() {
        OrderCancellation unknown = new OrderCancellation(
                new DocumentNumber("CA-1"), null, content.issuedAt(), new DocumentNumber("9999"), false, null);

        Handled handled = take(ChangeRequest.of(unknown), unknown, "payload-2");

        assertRefused(handled, "ORDER_UNKNOWN");
        OrderResponse answer = only();
        assertThat(answer.order()).isEqualTo(new DocumentNumber("9999"));
        assertThat(answer.notice()).isEqualTo(Notice.CANCELLATION_REFUSED);
        assertThat(answer.lines()).isEmpty();
    }

    @Test
    void anOrderThatIsStillOnItsWayIsWaitedFor() {
        Order later = new Order(
                new DocumentNumber("9999"),
                null,
                content.issuedAt(),
                "EUR",
                "en",
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                content.lines());
        desk.transaction(() -> desk.received(later, "payload-8")); // its document is pending
        OrderCancellation early = new OrderCancellation(
                new DocumentNumber("CA-1"), null, content.issuedAt(), new DocumentNumber("9999"), false, null);

        assertThat(take(ChangeRequest.of(early), early, "payload-9").kind()).isEqualTo(Kind.NOT_YET);
        assertThat(desk.answers).isEmpty();
    }

    @Test
    void aCancelledOrderIsConfirmedAsSuchAndClosed() {
        assertThat(take(cancellation(), "payload-2").kind()).isEqualTo(Kind.PROCESSED);

        OrderResponse answer = only();
        assertThat(answer.notice()).isEqualTo(Notice.CANCELLED);
        assertThat(answer.status()).isEqualTo(LineStatus.ACCEPTED);
        assertThat(answer.reasons()).extracting(Reason::code).containsExactly("ORDER_CANCELLED");
        assertThat(state()).startsWith("CANCELLED");

        assertRefused(take(change("2", line("1", "100001", "8", "4.50")), "payload-3"), "ORDER_CLOSED");
    }

    @Test
    void anOrderThatIsOnItsWayCannotBeCancelled() {
        desk.transaction(() -> desk.sql("update purchase_order set status = 'DESPATCHED'"));

        assertRefused(take(cancellation(), "payload-2"), "ORDER_CLOSED");
        assertThat(state()).startsWith("DESPATCHED");
    }

    @Test
    void aLineThatTheOrderDoesNotHaveIsRefused() {
        OrderChange change = new OrderChange(
                new DocumentNumber("CH-1"),
                null,
                false,
                ChangedOrderTest.head(null, null),
                List.of(OrderChangeLine.remove("7")));

        assertRefused(take(ChangeRequest.of(change), change, "payload-2"), "LINE_UNKNOWN");
        assertThat(state()).isEqualTo("CONFIRMED 27.00 2 line(s)");
    }

    @Test
    void aTestDoesNotChangeARealOrder() {
        OrderCancellation test =
                new OrderCancellation(NUMBER, null, OffsetDateTime.parse("2026-01-06T08:00:00Z"), NUMBER, true, null);

        assertRefused(take(ChangeRequest.of(test), test, "payload-2"), "TEST_DIFFERS");
    }

    @Test
    void whereTheDeskDecidesAChangeOfAnAnsweredOrderWaitsAndIsGranted() {
        desk.transaction(() -> desk.sql("update customer set order_policy = 'DESK'"));

        take(change("2", line("1", "100001", "8", "4.50")), "payload-2");

        assertThat(desk.answers).isEmpty();
        assertThat(state()).isEqualTo("HELD CHANGE 27.00 2 line(s)");

        desk.transaction(() -> desk.confirmation.confirm(order));

        assertThat(only().number()).isEqualTo(new DocumentNumber("OR-4711-2"));
        assertThat(state()).isEqualTo("CONFIRMED 36.00 1 line(s)");
    }

    @Test
    void aRefusedChangeLeavesTheOrderAsItWas() {
        desk.transaction(() -> desk.sql("update customer set order_policy = 'DESK'"));
        take(cancellation(), "payload-2");

        desk.transaction(() -> desk.rejection.reject(order, "It is packed already."));

        assertThat(only().notice()).isEqualTo(Notice.CANCELLATION_REFUSED);
        assertThat(only().reasons()).containsExactly(new Reason("SELLER_REFUSES", "It is packed already."));
        assertThat(state()).isEqualTo("CONFIRMED 27.00 2 line(s)");
    }

    @Test
    void aSecondChangeOvertakesTheOneThatWaits() {
        desk.transaction(() -> desk.sql("update customer set order_policy = 'DESK'"));
        take(change("2", line("1", "100001", "8", "4.50")), "payload-2");
        take(change("3", line("1", "100001", "6", "4.50")), "payload-3");

        desk.transaction(() -> desk.confirmation.confirm(order));

        assertThat(only().orderMessageId()).isEqualTo("payload-3");
        assertThat(state()).isEqualTo("CONFIRMED 27.00 1 line(s)");
        assertThat(desk.text("select string_agg(status, ' ' order by number) from purchase_order_revision"))
                .isEqualTo("SUPERSEDED APPLIED");
    }

    @Test
    void aHeldOrderThatIsChangedIsHeldAnewAndAnsweredOnce() {
        desk.transaction(() -> {
            desk.sql("update customer set order_policy = 'DESK'");
            desk.sql("update purchase_order set status = 'HELD', held_for = 'DESK'");
        });

        take(change("2", line("1", "100001", "8", "4.50")), "payload-2");

        assertThat(state()).isEqualTo("HELD DESK 0.00 1 line(s)");
        desk.transaction(() -> desk.confirmation.confirm(order));
        assertThat(only().lines()).extracting(OrderResponseLine::number).containsExactly("1");
        assertThat(state()).isEqualTo("CONFIRMED 36.00 1 line(s)");
    }

    private static OrderChange change(String revision, OrderLine... lines) {
        return OrderChange.complete(NUMBER, revision, anOrder(lines));
    }

    private static OrderCancellation cancellation() {
        return new OrderCancellation(NUMBER, null, OffsetDateTime.parse("2026-01-06T08:00:00Z"), NUMBER, false, null);
    }

    private Handled take(OrderChange change, String reference) {
        return take(ChangeRequest.of(change), change, reference);
    }

    private Handled take(OrderCancellation cancellation, String reference) {
        return take(ChangeRequest.of(cancellation), cancellation, reference);
    }

    private Handled take(ChangeRequest asked, Document document, String reference) {
        Handled[] handled = new Handled[1];
        desk.transaction(() -> handled[0] = desk.changes.take(asked, desk.received(document, reference)));
        return handled[0];
    }

    private void assertRefused(Handled handled, String code) {
        assertThat(handled.kind()).isEqualTo(Kind.REJECTED);
        assertThat(handled.problems()).extracting(Problem::code).containsExactly(code);
        OrderResponse answer = desk.answers.get(desk.answers.size() - 1);
        assertThat(answer.status()).isEqualTo(LineStatus.REJECTED);
        assertThat(answer.reasons()).extracting(Reason::code).containsExactly(code);
    }

    private OrderResponse only() {
        assertThat(desk.answers).hasSize(1);
        return desk.answers.get(0);
    }

    private String state() {
        return desk.text("select status || coalesce(' ' || held_for, '') || ' ' || net || ' '"
                + " || (select count(*) from purchase_order_line) || ' line(s)' from purchase_order");
    }
}
