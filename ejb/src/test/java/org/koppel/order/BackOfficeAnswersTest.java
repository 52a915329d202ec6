package org.koppel.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.koppel.order.Orders.anOrder;
import static org.koppel.order.Orders.line;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koppel.archive.ArchivedDocument;
import org.koppel.codec.Problem;
import org.koppel.document.Address;
import org.koppel.document.LineStatus;
import org.koppel.document.Order;
import org.koppel.document.OrderCancellation;
import org.koppel.document.OrderLine;
import org.koppel.document.OrderResponse;
import org.koppel.document.OrderResponse.Notice;
import org.koppel.document.OrderResponseLine;
import org.koppel.document.Party;
import org.koppel.document.Price;
import org.koppel.document.Reason;
import org.koppel.inbound.Handled;
import org.koppel.inbound.Handled.Kind;
import org.koppel.inbound.Received;
import org.koppel.party.BackOffice;
import org.koppel.shared.DocumentNumber;
import org.koppel.shared.Money;
import org.koppel.shared.PartyId;
import org.koppel.shared.Quantity;
import org.koppel.shared.UnitCode;

/** What becomes of the back office's answers, on a real PostgreSQL. */
class BackOfficeAnswersTest {
    private static final LocalDate TUESDAY = LocalDate.of(2026, 1, 13);
    private static final BigDecimal HUNDRED = new BigDecimal("100");
    private static final LocalDate LATER = LocalDate.of(2026, 2, 3);

    private final OrderDesk desk = new OrderDesk();
    private final Order content = anOrder(line("1", "100001", "2", "4.50"), line("2", "100002", "6", "4.50"));

    @BeforeEach
    void anOrderThatWaitsForTheBackOffice() {
        desk.transaction(() -> {
            desk.sql("insert into customer (id, name, order_policy, gln) values ('buyer-1', 'Buyer', 'BACK_OFFICE',"
                    + " '5412345000006'), ('buyer-2', 'Other', 'BACK_OFFICE', null)");
            hold(new Received(null, null, null, OrderDesk.BUYER, OrderDesk.MONDAY, false));
        });
    }

    private void hold(Received from) {
        hold(content, from.customer());
    }

    private void hold(Order ordered, PartyId customer) {
        Received received = desk.received(customer, ordered, "payload-" + customer);
        PurchaseOrder order = new PurchaseOrder(ordered, OrderHandler.digest(ordered), received);
        order.hold("BACK_OFFICE", OrderDesk.MONDAY);
        desk.em.persist(order);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void itsAnswerBecomesTheConfirmationWithTheBuyersReferences() {
        Handled handled = take(response(
                "SO-1",
                accepted("1"),
                new OrderResponseLine(
                        "2",
                        null,
                        null,
                        null,
                        Quantity.of("4", "H87"),
                        TUESDAY,
                        Quantity.of("2", "PCE"),
                        LATER,
                        Price.perUnit(Money.of("4.40", "EUR")),
                        null,
                        null,
                        null,
                        null,
                        List.of(new Reason("LATE", "Two follow.")),
                        List.of())));

        assertThat(handled.kind()).isEqualTo(Kind.PROCESSED);
        OrderResponse answer = desk.answers.get(0);
        assertThat(answer.number()).isEqualTo(new DocumentNumber("OR-4711"));
        assertThat(answer.orderMessageId()).isEqualTo("payload-buyer-1");
        assertThat(answer.lines())
                .extracting(OrderResponseLine::status)
                .containsExactly(LineStatus.ACCEPTED, LineStatus.BACKORDERED);
        OrderResponseLine second = answer.lines().get(1);
        assertThat(second.deliveryDate()).isEqualTo(TUESDAY);
        assertThat(second.backorderDate()).isEqualTo(LATER);
        assertThat(second.amount()).isEqualTo(Money.of("26.40", "EUR"));
        assertThat(second.item().description()).isEqualTo("Socket");
        assertThat(second.reasons()).extracting(Reason::text).containsExactly("Two follow.");
        assertThat(state()).isEqualTo("CONFIRMED_WITH_CHANGES 35.40");
    }

    @Test
    void aPriceWithoutABaseIsForAsManyUnitsAsTheOrderedOne() {
        Order perHundred = anOrder(priced("1", "450.00"), priced("2", "450.00"));
        desk.transaction(() -> hold(perHundred, new PartyId("buyer-2")));
        Price dearer = Price.asOrdered(Money.of("460.00", "EUR"));

        take(new OrderResponseOf("SO-1")
                .buyer(named("buyer-2"))
                .lines(confirmed("1", Quantity.of("2", "H87"), dearer), accepted("2"))
                .build());

        OrderResponseLine first = desk.answers.get(0).lines().get(0);
        assertThat(first.price()).isEqualTo(new Price(Money.of("460.00", "EUR"), HUNDRED));
        assertThat(first.status()).isEqualTo(LineStatus.CHANGED);
        assertThat(first.amount()).isEqualTo(Money.of("9.20", "EUR"));
    }

    @Test
    void aLineThatNamedNoUnitIsAnsweredInAnyWhereNobodyKnowsTheArticle() {
        OrderLine asSent = line("1", "999999", "2", "4.50");
        OrderLine withoutUnit = new OrderLine(
                "1",
                asSent.item(),
                new Quantity(new BigDecimal("2"), UnitCode.AGREED),
                asSent.price(),
                null,
                null,
                null,
                List.of());
        desk.transaction(() -> hold(anOrder(withoutUnit), new PartyId("buyer-2")));

        Handled handled = take(new OrderResponseOf("SO-1")
                .buyer(named("buyer-2"))
                .lines(confirmed("1", Quantity.of("2", "MTR"), Price.perUnit(Money.of("4.50", "EUR"))))
                .build());

        assertThat(handled.kind()).isEqualTo(Kind.PROCESSED);
        assertThat(desk.answers.get(0).lines().get(0).status()).isEqualTo(LineStatus.ACCEPTED);
    }

    private static OrderLine priced(String number, String amount) {
        OrderLine line = line(number, "100001", "2", amount);
        return new OrderLine(
                line.number(),
                line.item(),
                line.quantity(),
                new Price(line.price().amount(), HUNDRED),
                null,
                null,
                null,
                List.of());
    }

    @Test
    void theSameAnswerTwiceCountsOnceAndASecondOneIsRefused() {
        take(response("SO-1", accepted("1"), accepted("2")));

        assertThat(take(response("SO-1", accepted("1"), accepted("2"))).kind()).isEqualTo(Kind.PROCESSED);
        assertRefused(take(response("SO-1", accepted("1"), rejected("2"))), "RESPONSE_NUMBER_USED");
        assertRefused(take(response("SO-2", accepted("1"), rejected("2"))), "ORDER_ANSWERED");
        assertThat(desk.answers).hasSize(1);
        assertThat(state()).isEqualTo("CONFIRMED 36.00");
    }

    @Test
    void anOrderIsAcceptedOrRejectedAsAWholeWithoutLines() {
        OrderResponse no =
                new OrderResponseOf("SO-1").status(LineStatus.REJECTED).build();

        assertThat(take(no).kind()).isEqualTo(Kind.PROCESSED);

        assertThat(desk.answers.get(0).status()).isEqualTo(LineStatus.REJECTED);
        assertThat(desk.answers.get(0).lines().get(0).reasons())
                .extracting(Reason::code)
                .containsExactly("BACK_OFFICE_REFUSES_LINE");
        assertThat(state()).isEqualTo("REJECTED 0.00");
    }

    @Test
    void everythingThatDoesNotFitIsNamedAtOnceAndChangesNothing() {
        Handled handled = take(response(
                "SO-1",
                confirmed("2", Quantity.of("7", "H87"), Price.perUnit(Money.of("4.40", "USD"))),
                accepted("9")));

        assertRefused(handled, "LINE_UNKNOWN", "LINE_NOT_ANSWERED", "QUANTITY_EXCEEDS_ORDER", "CURRENCY_DIFFERS");
        assertRefused(
                take(response("SO-2", confirmed("1", Quantity.of("1", "MTR"), null), accepted("2"), accepted("2"))),
                "DUPLICATE_LINE_NUMBER",
                "UNIT_DIFFERS");
        assertRefused(
                take(new OrderResponseOf("SO-3").status(LineStatus.CHANGED).build()), "LINES_MISSING");
        assertThat(desk.answers).isEmpty();
        assertThat(state()).isEqualTo("HELD 0.00");
    }

    @Test
    void aStatusAndAQuantityThatContradictAreRefused() {
        OrderResponseLine both = new OrderResponseLine(
                "1",
                LineStatus.REJECTED,
                null,
                null,
                Quantity.of("1", "H87"),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of());
        OrderResponseLine neither = confirmed("2", null, null);

        assertRefused(take(response("SO-1", both, neither)), "STATUS_CONTRADICTS", "QUANTITY_MISSING");
    }

    @Test
    void anOrderThatNobodySentIsUnknown() {
        OrderResponse strange = new OrderResponseOf("SO-1")
                .order("9999")
                .status(LineStatus.ACCEPTED)
                .build();

        assertRefused(take(strange), "ORDER_UNKNOWN");
    }

    @Test
    void whereTwoBuyersUsedANumberTheAnswerMustNameOne() {
        desk.transaction(() -> hold(new Received(null, null, null, new PartyId("buyer-2"), OrderDesk.MONDAY, false)));

        assertRefused(take(response("SO-1", accepted("1"), accepted("2"))), "ORDER_AMBIGUOUS");

        OrderResponse named = new OrderResponseOf("SO-2")
                .buyer(new Party(null, "5412345000006", null, null, null))
                .lines(accepted("1"), accepted("2"))
                .build();
        assertThat(take(named).kind()).isEqualTo(Kind.PROCESSED);
        OrderResponse byId = new OrderResponseOf("SO-3")
                .buyer(named("buyer-2"))
                .lines(accepted("1"), accepted("2"))
                .build();
        assertThat(take(byId).kind()).isEqualTo(Kind.PROCESSED);
        OrderResponse nobodys = new OrderResponseOf("SO-4")
                .buyer(new Party(null, null, "BE0999999922", null, null))
                .status(LineStatus.ACCEPTED)
                .build();
        assertRefused(take(nobodys), "ORDER_UNKNOWN");
    }

    private static Party named(String id) {
        return new Party(null, null, null, null, new Address(id, null, null, null, null, null, null, null));
    }

    @Test
    void whereAPersonDecidesTheBackOfficeDoesNot() {
        desk.transaction(() -> desk.sql("update customer set order_policy = 'DESK'"));

        assertRefused(take(response("SO-1", accepted("1"), accepted("2"))), "ORDER_NOT_WAITING");
    }

    @Test
    void aTestAnswerToARealOrderIsRefused() {
        assertRefused(
                take(new OrderResponseOf("SO-1")
                        .test()
                        .status(LineStatus.ACCEPTED)
                        .build()),
                "TEST_DIFFERS");
    }

    @Test
    void aCancellationIsRefusedOrGrantedByIt() {
        take(response("SO-1", accepted("1"), accepted("2")));
        cancel("payload-2");
        assertThat(state()).isEqualTo("HELD 36.00");

        OrderResponse no = new OrderResponseOf("SO-2")
                .status(LineStatus.REJECTED)
                .because("It is packed.")
                .build();
        assertThat(take(no).kind()).isEqualTo(Kind.PROCESSED);
        assertThat(desk.answers.get(1).notice()).isEqualTo(Notice.CANCELLATION_REFUSED);
        assertThat(desk.answers.get(1).reasons()).extracting(Reason::text).containsExactly("It is packed.");
        assertThat(state()).isEqualTo("CONFIRMED 36.00");
    }

    private void cancel(String reference) {
        OrderCancellation cancellation = new OrderCancellation(
                new DocumentNumber("CA-" + reference), null, content.issuedAt(), content.number(), false, null);
        desk.transaction(
                () -> desk.changes.take(ChangeRequest.of(cancellation), desk.received(cancellation, reference)));
    }

    private Handled take(OrderResponse response) {
        Handled[] handled = new Handled[1];
        desk.transaction(() -> {
            Received received =
                    desk.received(BackOffice.ID, response, UUID.randomUUID().toString());
            handled[0] = desk.backOffice.take(response, received);
            ArchivedDocument document = desk.em.find(ArchivedDocument.class, received.document());
            handled[0].order().ifPresent(document::belongsTo);
            document.settle(ArchivedDocument.Status.valueOf(handled[0].kind().name()), null, OrderDesk.MONDAY);
        });
        return handled[0];
    }

    private static void assertRefused(Handled handled, String... codes) {
        assertThat(handled.kind()).isEqualTo(Kind.REJECTED);
        assertThat(handled.problems()).extracting(Problem::code).containsExactly(codes);
    }

    private String state() {
        return desk.text("select status || ' ' || net from purchase_order where customer = 'buyer-1'");
    }

    private static OrderResponse response(String number, OrderResponseLine... lines) {
        return new OrderResponseOf(number).lines(lines).build();
    }

    private static OrderResponseLine accepted(String number) {
        return answered(number, LineStatus.ACCEPTED, null, null);
    }

    private static OrderResponseLine rejected(String number) {
        return answered(number, LineStatus.REJECTED, null, null);
    }

    private static OrderResponseLine confirmed(String number, Quantity quantity, Price price) {
        return answered(number, null, quantity, price);
    }

    private static OrderResponseLine answered(String number, LineStatus status, Quantity quantity, Price price) {
        return new OrderResponseLine(
                number, status, null, null, quantity, null, null, null, price, null, null, null, null, List.of(),
                List.of());
    }

    /** An answer as short as a back office may write it. */
    private static final class OrderResponseOf {
        private final String number;
        private String order = "4711";
        private LineStatus status;
        private Party buyer;
        private boolean test;
        private List<Reason> reasons = List.of();
        private List<OrderResponseLine> lines = List.of();

        OrderResponseOf(String number) {
            this.number = number;
        }

        OrderResponseOf order(String its) {
            order = its;
            return this;
        }

        OrderResponseOf status(LineStatus its) {
            status = its;
            return this;
        }

        OrderResponseOf buyer(Party its) {
            buyer = its;
            return this;
        }

        OrderResponseOf test() {
            test = true;
            return this;
        }

        OrderResponseOf because(String text) {
            reasons = List.of(new Reason("OTHER", text));
            return this;
        }

        OrderResponseOf lines(OrderResponseLine... its) {
            lines = List.of(its);
            return this;
        }

        OrderResponse build() {
            return OrderResponse.decided(
                    new DocumentNumber(number),
                    null,
                    new DocumentNumber(order),
                    status,
                    null,
                    test,
                    buyer,
                    List.of(),
                    reasons,
                    lines);
        }
    }
}
