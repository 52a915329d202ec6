package org.koppel.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.koppel.inbound.InboundDesk.BUYER;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.koppel.archive.AnswerDue;
import org.koppel.codec.Problem;
import org.koppel.document.ApplicationResponse;
import org.koppel.document.Document;
import org.koppel.document.OrderCancellation;
import org.koppel.document.PartnerReceipt;
import org.koppel.party.BackOffice;
import org.koppel.shared.DocumentNumber;
import org.koppel.shared.PartyId;

/** Who is told that something was refused: once, by an ApplicationResponse, and only whoever agreed on a way for it. */
class RefusalAnswersTest {
    private static final Problem WRONG = new Problem("MISSING_FIELD", "line 1", "Line 1 has no quantity");
    private static final Problem USED = new Problem("ORDER_NUMBER_USED", "order 4711", "This customer already sent it");

    private final InboundDesk desk = new InboundDesk();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aCustomersDocumentThatIsRefusedIsAnsweredInItsLanguageWithItsNumberAndItsMessage() {
        UUID document = desk.agreeing()
                .handling(cancelling(() -> Handled.rejected(List.of(WRONG))))
                .pending(BUYER, cancellation(false), false);

        desk.process(document);

        assertThat(desk.told).extracting(AnswerDue::customer).containsExactly(BUYER);
        ApplicationResponse answer = desk.refusals().get(0);
        assertThat(answer.number()).hasToString("AR-" + document.toString().substring(0, 8));
        assertThat(answer.answered()).hasToString("C-1");
        assertThat(answer.answeredType()).isEqualTo("OrderCancellation");
        assertThat(answer.message()).isEqualTo("M-77");
        assertThat(answer.test()).isFalse();
        assertThat(answer.receiver().name()).isEqualTo("Buyer 1");
        assertThat(answer.findings())
                .containsExactly(new ApplicationResponse.Finding(
                        "MISSING_FIELD", "line 1", "Een verplicht gegeven ontbreekt. (Line 1 has no quantity)"));
    }

    @Test
    void theSameIdFromTheQueueAgainSaysNothingMore() {
        UUID document = desk.agreeing()
                .handling(cancelling(() -> Handled.rejected(List.of(WRONG))))
                .pending(BUYER, cancellation(false), false);

        desk.process(document);
        desk.process(document);

        assertThat(desk.told).hasSize(1);
    }

    @Test
    void aContradictionIsToldAtOnceAndNotAgainWhenAPersonHasItTriedAgain() {
        UUID document = desk.agreeing()
                .handling(cancelling(() -> Handled.conflict(USED)))
                .pending(BUYER, cancellation(false), false);

        desk.process(document);
        desk.replay(document);

        assertThat(desk.refusals())
                .singleElement()
                .satisfies(a -> assertThat(a.findings().get(0).text()).contains("De eerste geldt"));
    }

    @Test
    void withoutAnAgreedWayNobodyIsTold() {
        desk.handling(cancelling(() -> Handled.rejected(List.of(WRONG))));

        desk.process(desk.pending(BUYER, cancellation(false), false));

        assertThat(desk.told).isEmpty();
    }

    @Test
    void theBackOfficeIsToldInEnglishWhateverIsAgreed() {
        desk.handling(cancelling(() -> Handled.rejected(List.of(WRONG))));

        desk.process(desk.pending(BackOffice.ID, cancellation(false), false));

        assertThat(desk.refusals()).singleElement().satisfies(a -> {
            assertThat(a.findings().get(0).text()).isEqualTo("Line 1 has no quantity");
            assertThat(a.receiver()).isNull();
        });
    }

    @Test
    void whatIsTakenOrStillWaitsIsNotAnswered() {
        desk.agreeing();
        desk.handling(cancelling(Handled::processed)).process(desk.pending(BUYER, cancellation(false), false));
        desk.handling(cancelling(Handled::notYet)).process(desk.pending(BUYER, cancellation(false), false));

        assertThat(desk.told).isEmpty();
    }

    @Test
    void aTestIsAnsweredByATest() {
        desk.agreeing().handling(cancelling(() -> Handled.rejected(List.of(WRONG))));

        desk.process(desk.pending(BUYER, cancellation(true), false));
        desk.process(desk.pending(BUYER, cancellation(false), true));

        assertThat(desk.refusals()).extracting(ApplicationResponse::test).containsExactly(true, true);
    }

    @Test
    void aReceiptThatAnswersNothingOfOursIsNotAnswered() {
        PartnerReceipt receipt = new PartnerReceipt(
                new DocumentNumber("R-1"), "ApplicationResponse", null, new DocumentNumber("OR-1"), false, List.of());
        desk.agreeing().handling(handler(PartnerReceipt.class, () -> Handled.rejected(List.of(WRONG))));

        desk.process(desk.pending(BUYER, receipt, false));
        desk.process(desk.pending(BackOffice.ID, receipt, false));

        assertThat(desk.told).isEmpty();
    }

    @Test
    void eachWrongOrderOfAFileIsAnsweredByItself() {
        desk.agreeing().handling(cancelling(Handled::processed));

        assertThat(desk.fetch("orders.csv", InboundDesk.golden("csv/order-one-bad.csv")))
                .isEqualTo("SPLIT");

        assertThat(desk.refusals()).singleElement().satisfies(a -> {
            assertThat(a.answered()).hasToString("PO-2");
            assertThat(a.findings().size()).isGreaterThan(1);
            assertThat(a.findings().get(0).location()).contains("row");
        });
    }

    @Test
    void aWrongMessageOfAnInterchangeIsAnsweredByContrlAndWithItsReasons() {
        desk.agreeing().handling(cancelling(Handled::processed));

        desk.fetch("orders.edi", InboundDesk.golden("edifact/interchange-one-bad.edi"));

        assertThat(desk.told)
                .extracting(d -> d.answer().type())
                .containsExactlyInAnyOrder("InterchangeReceipt", "ApplicationResponse");
        assertThat(desk.refusals().get(0).answeredType()).isEqualTo("ORDERS");
    }

    @Test
    void anOrderThatIsRefusedAtAWayInIsAnsweredWithItsNumber() {
        desk.agreeing().handling(cancelling(Handled::processed));
        String order = new String(InboundDesk.golden("ubl/plain-order.xml"), StandardCharsets.UTF_8);

        assertThat(desk.fetch(
                        "order.xml", InboundDesk.bytes(order.replaceAll("<cbc:Quantity[^/]*</cbc:Quantity>", ""))))
                .isEqualTo("REJECTED");

        assertThat(desk.refusals()).singleElement().satisfies(a -> {
            assertThat(order).contains("<cbc:ID>" + a.answered() + "</cbc:ID>");
            assertThat(a.findings())
                    .extracting(ApplicationResponse.Finding::code)
                    .contains("MISSING_FIELD");
        });
    }

    @Test
    void theSameByHttpIsAnsweredAtOnceAndNotAgain() {
        desk.agreeing().handling(cancelling(Handled::processed));
        String order = new String(InboundDesk.golden("ubl/plain-order.xml"), StandardCharsets.UTF_8);

        assertThat(desk.post(InboundDesk.bytes(order.replaceAll("<cbc:Quantity[^/]*</cbc:Quantity>", ""))))
                .isEqualTo("REJECTED");

        assertThat(desk.told).isEmpty();
    }

    @Test
    void aReceiptThatIsWrongAtAWayInIsNotAnsweredEither() {
        desk.agreeing().handling(cancelling(Handled::processed));

        assertThat(desk.fetch("receipt.xml", InboundDesk.golden("ubl/broken-receipt-missing-field.xml")))
                .isEqualTo("REJECTED");
        assertThat(desk.fetch("nothing.xml", InboundDesk.bytes("<ApplicationResponse")))
                .isEqualTo("REJECTED");

        assertThat(desk.told).isEmpty();
    }

    @Test
    void aMessageOfAnInterchangeThatDoesNotSayWhatItIsIsNotAnsweredInWords() {
        desk.agreeing().handling(cancelling(Handled::processed));
        String interchange = new String(InboundDesk.golden("edifact/interchange-one-bad.edi"), StandardCharsets.UTF_8);

        assertThat(desk.fetch(
                        "orders.edi",
                        InboundDesk.bytes(
                                interchange.replaceAll("UNH\\+(\\w+)\\+ORDERS(:\\w+)*'", "UNH+$1+:D:96A:UN'"))))
                .isEqualTo("REJECTED");

        assertThat(desk.refusals()).isEmpty();
    }

    private static OrderCancellation cancellation(boolean test) {
        return new OrderCancellation(
                new DocumentNumber("C-1"),
                null,
                OffsetDateTime.parse("2026-01-05T08:00:00Z"),
                new DocumentNumber("4711"),
                test,
                null);
    }

    private static DocumentHandler<OrderCancellation> cancelling(Supplier<Handled> says) {
        return handler(OrderCancellation.class, says);
    }

    private static <T extends Document> DocumentHandler<T> handler(Class<T> type, Supplier<Handled> says) {
        return new DocumentHandler<>() {
            @Override
            public Class<T> documentClass() {
                return type;
            }

            @Override
            public boolean takesFrom(PartyId sender) {
                return true;
            }

            @Override
            public Handled handle(T document, Received context) {
                return says.get();
            }
        };
    }
}
