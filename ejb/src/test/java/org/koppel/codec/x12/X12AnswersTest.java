package org.koppel.codec.x12;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.koppel.codec.ControlNumber;
import org.koppel.codec.DocumentException;
import org.koppel.codec.DocumentWriter;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.OrderResponses;
import org.koppel.document.Document;
import org.koppel.document.InterchangeReceipt;
import org.koppel.document.Item;
import org.koppel.document.LineStatus;
import org.koppel.document.Order;
import org.koppel.document.OrderResponse;
import org.koppel.document.OrderResponseLine;
import org.koppel.document.PartnerReceipt;
import org.koppel.document.Price;
import org.koppel.document.Reference;
import org.koppel.shared.Money;
import org.koppel.shared.Quantity;

class X12AnswersTest {
    private static final OffsetDateTime SATURDAY = OffsetDateTime.parse("2026-11-21T10:00:00Z");
    private static final FormatSettings AGREED = new FormatSettings(
            "en",
            Map.of(
                    "x12.charset",
                    "UTF-8",
                    "x12.sender",
                    "ZZ:SUPPLIER",
                    "x12.recipient",
                    "ZZ:AMERCO",
                    ControlNumber.OPTION,
                    "77"));

    @Test
    void aFileOfALineHasNoPlaceInTheMessage() throws Exception {
        OrderResponse response = OrderResponses.aResponse().build();
        Reference file = new Reference(Reference.Kind.ATTACHMENT, "CT", "file-4711");
        assertThat(write(new X12OrderResponseWriter(), with(response, List.of(file)), AGREED))
                .isEqualTo(write(new X12OrderResponseWriter(), with(response, List.of()), AGREED));
    }

    @Test
    void theReferencesOfAnOrderComeBackUnchanged() throws Exception {
        Order order = X12Golden.read("order-full.x12").orders.get(0);

        String written = write(
                new X12OrderResponseWriter(), with(OrderResponses.aResponse().build(), order.references()), AGREED);

        assertThat(written)
                .contains(
                        "*R3**FRAME-9*",
                        "REF*DP*038~",
                        "REF*RQ*REQ 0815~",
                        "REF*CT*K-1~",
                        "REF*ZZ*123*Project Apollo~",
                        "N9*ZZ*SIDE-1~",
                        "REF*VX*US-99~");
    }

    @Test
    void whatIsAcknowledgedOfALineComesToWhatWasOrdered() throws Exception {
        String written = write(
                new X12OrderResponseWriter(),
                OrderResponses.aResponse()
                        .lines(List.of(
                                line("10", "10", "6", null), line("20", "10", "5", "3"), line("30", "10", "0", null)))
                        .build(),
                AGREED);

        assertThat(written)
                .contains("ACK*IC*6*EA~ACK*IR*4*EA~")
                .contains("ACK*BP*5*EA~ACK*IB*3*EA~ACK*IR*2*EA~")
                .contains("ACK*IR*10*EA~");
    }

    @ParameterizedTest
    @CsvSource({
        "H87,12,*EA*24*PD*",
        "H87,1,*EA*24*PE*",
        "DZN,1,*DZ*24*PE*",
        "DZN,12,*DZ*2*PE*",
        "CEN,100,*HC*0.24*PE*",
        "FOT,100,*FT*24*HP*",
        "ZZ,12,*ZZ*2*PE*",
        "ZZ,1,*ZZ*24*PE*",
        "DZN,7,*DZ*3.428571*PE*"
    })
    void aPriceIsForSingleThingsSoThatOfALineInDozensIsForOneOfThem(String unit, String base, String written)
            throws Exception {
        Price price = new Price(Money.of("24", "EUR"), new BigDecimal(base));
        OrderResponseLine line = line("10", Quantity.of("10", unit), price);

        assertThat(write(
                        new X12OrderResponseWriter(),
                        OrderResponses.aResponse().lines(List.of(line)).build(),
                        AGREED))
                .contains("PO1*10*10" + written);
    }

    private static OrderResponseLine line(String number, Quantity quantity, Price price) {
        return new OrderResponseLine(
                number,
                LineStatus.ACCEPTED,
                new Item("100001", null, null, null, null, null, List.of()),
                quantity,
                quantity,
                null,
                null,
                null,
                price,
                null,
                null,
                null,
                null,
                List.of(),
                List.of());
    }

    private static OrderResponseLine line(String number, String ordered, String confirmed, String later) {
        boolean none = confirmed.equals("0");
        LineStatus status = none ? LineStatus.REJECTED : later == null ? LineStatus.CHANGED : LineStatus.BACKORDERED;
        return new OrderResponseLine(
                number,
                status,
                new Item("100001", null, null, null, null, null, List.of()),
                Quantity.of(ordered, "H87"),
                Quantity.of(confirmed, "H87"),
                null,
                later == null ? null : Quantity.of(later, "H87"),
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of());
    }

    @Test
    void separatorsAreCharactersThatTheDocumentDoesNotUse() throws Exception {
        Reference star = Reference.of(Reference.Kind.CONTRACT, "3*2.5 ~ >");

        assertThat(write(
                        new X12OrderResponseWriter(),
                        with(OrderResponses.aResponse().build(), List.of(star)),
                        AGREED))
                .startsWith("ISA|00|")
                .contains("REF|CT|3*2.5 ~ >!");
    }

    @Test
    void aReferenceThatIsTooLongIsNamedAndNothingIsWritten() {
        Reference tooLong = Reference.of(Reference.Kind.CONTRACT, "R".repeat(31));
        OrderResponse response = with(OrderResponses.aResponse().build(), List.of(tooLong));

        assertThatThrownBy(() -> write(new X12OrderResponseWriter(), response, AGREED))
                .isInstanceOf(DocumentException.class)
                .hasMessageContaining("ELEMENT_TOO_LONG")
                .hasMessageContaining("REF, element 2");
    }

    @Test
    void the997CountsWhatWasTakenAndNamesWhatWasNot() throws Exception {
        InterchangeReceipt receipt =
                X12Golden.read("interchange-one-bad.x12").receipt.at(SATURDAY);

        assertThat(write(new X12ReceiptWriter(), receipt, AGREED))
                .contains("GS*FA*SUPPLIER*AMERCO*20261121*1000*77*X*004010~ST*997*0001~AK1*PO*7~AK2*850*0002~")
                .contains("AK3*PO1*4**8~AK4*2**6*two~AK4*2**7*two~AK3*PO1*5**8~")
                .contains("AK5*R*5~AK9*P*3*3*2~SE*");
    }

    @Test
    void aPartnerThatWants999GetsItInItsOwnSegments() throws Exception {
        InterchangeReceipt receipt =
                X12Golden.read("interchange-one-bad.x12").receipt.at(SATURDAY);

        String written = write(new X12ReceiptWriter(), receipt, receipts("999"));

        assertThat(written.replace("~", "~\n"))
                .isEqualTo(new String(X12Golden.bytes("receipt-999.x12"), StandardCharsets.UTF_8));
        X12Golden again = X12Golden.read(written.getBytes(StandardCharsets.UTF_8));
        assertThat(again.problems).isEmpty();
        PartnerReceipt read = (PartnerReceipt) again.documents.get(0);
        assertThat(read.control()).isEqualTo("7");
        assertThat(read.accepted()).isFalse();
        assertThat(read.details()).contains("element 2: error 6 (two)", "set R: error 5");
    }

    @Test
    void aGroupThatWasTakenIsAcceptedIn999() throws Exception {
        InterchangeReceipt receipt = X12Golden.read("order-full.x12").receipt.at(SATURDAY);

        X12Golden again = X12Golden.read(
                write(new X12ReceiptWriter(), receipt, receipts("999")).getBytes(StandardCharsets.UTF_8));

        assertThat(again.documents).hasSize(1);
        assertThat(((PartnerReceipt) again.documents.get(0)).accepted()).isTrue();
    }

    @Test
    void aReceiptThatNobodyKnowsIsRefused() {
        InterchangeReceipt receipt = X12Golden.read("order-full.x12").receipt.at(SATURDAY);

        assertThatThrownBy(() -> write(new X12ReceiptWriter(), receipt, receipts("998")))
                .isInstanceOf(DocumentException.class)
                .hasMessageContaining("BAD_OPTION")
                .hasMessageContaining("997 or 999");
    }

    private static FormatSettings receipts(String kind) {
        return new FormatSettings("en", Map.of("x12.receipt", kind, ControlNumber.OPTION, "77"));
    }

    @Test
    void anInterchangeThatIsRefusedAsAWholeIsAnsweredByTa1() throws Exception {
        InterchangeReceipt receipt =
                X12Golden.read("broken-control-reference-wrong.x12").receipt.at(SATURDAY);

        assertThat(write(new X12ReceiptWriter(), receipt, AGREED))
                .contains("TA1*000000101*261121*1000*R*001~IEA*0*000000077~");
    }

    private static OrderResponse with(OrderResponse r, List<Reference> references) {
        return new OrderResponse(
                r.number(),
                r.issuedAt(),
                r.order(),
                r.orderIssuedAt(),
                null,
                r.status(),
                r.currency(),
                r.language(),
                r.test(),
                r.seller(),
                r.buyer(),
                r.invoicee(),
                r.shipTo(),
                r.note(),
                references,
                r.reasons(),
                r.lines(),
                r.taxSubtotals(),
                r.net(),
                r.tax(),
                r.gross(),
                null,
                null);
    }

    private static <T extends Document> String write(DocumentWriter<T> writer, T document, FormatSettings settings)
            throws DocumentException, IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.write(document, settings, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
