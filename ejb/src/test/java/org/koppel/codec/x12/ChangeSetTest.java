package org.koppel.codec.x12;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.OrderResponses;
import org.koppel.codec.Problem;
import org.koppel.document.LineStatus;
import org.koppel.document.OrderCancellation;
import org.koppel.document.OrderChange;
import org.koppel.document.OrderChangeLine;
import org.koppel.document.OrderChangeLine.Action;
import org.koppel.document.OrderLine;
import org.koppel.document.OrderResponse;
import org.koppel.document.OrderResponse.Occasion;
import org.koppel.document.Reason;
import org.koppel.document.Reference;
import org.koppel.platform.Json;
import org.koppel.shared.DocumentNumber;
import org.koppel.shared.Quantity;

class ChangeSetTest {
    private final X12Golden read = X12Golden.read("order-changes.x12");

    @Test
    void aChangeNamesOnlyWhatBecomesOtherwise() {
        assertThat(read.problems).isEmpty();
        OrderChange change = (OrderChange) read.documents.get(0);

        assertThat(change.content().number()).isEqualTo(new DocumentNumber("4500-77"));
        assertThat(change.revision()).isEqualTo("2");
        assertThat(change.content().issuedAt()).isEqualTo(OffsetDateTime.parse("2026-11-22T00:00:00Z"));
        assertThat(change.content().requestedDelivery()).isEqualTo(LocalDate.of(2026, 12, 10));
        assertThat(change.content().shipTo().id()).isEqualTo("SITE9");
        assertThat(change.content().references())
                .containsExactly(
                        new Reference(Reference.Kind.OTHER, "BEG04", "R3"),
                        new Reference(Reference.Kind.CONTRACT, "BEG06", "FRAME-9"));
        assertThat(change.lines())
                .extracting(OrderChangeLine::number, OrderChangeLine::action)
                .containsExactly(tuple("10", Action.CHANGE), tuple("20", Action.REMOVE), tuple("30", Action.ADD));
        assertThat(change.lines().get(0).line().quantity()).isEqualTo(Quantity.of("24", "H87"));
        assertThat(change.lines().get(2).line().item().gtin()).isEqualTo("4012345678918");
        assertThat(Json.read(Json.write(change), OrderChange.class)).isEqualTo(change);
    }

    @Test
    void aReplacementIsTheWholeOrderAndACancellationTakesItBack() {
        OrderChange whole = (OrderChange) read.documents.get(1);

        assertThat(whole.complete()).isTrue();
        assertThat(whole.content().currency()).isEqualTo("USD");
        assertThat(whole.content().lines()).hasSize(1);
        assertThat(read.documents.get(2))
                .isEqualTo(new OrderCancellation(
                        new DocumentNumber("4712"),
                        "3",
                        OffsetDateTime.parse("2026-11-21T00:00:00Z"),
                        new DocumentNumber("4712"),
                        false,
                        "Ordered by mistake"));
    }

    @Test
    void aWrongPurposeAndALineWithoutQuantityAreNamed() {
        X12Golden broken = X12Golden.read("broken-change.x12");

        assertThat(broken.problems)
                .extracting(Problem::code, Problem::location)
                .containsExactly(
                        tuple("UNSUPPORTED_FUNCTION", "message 1, segment 2 BCH, element 1"),
                        tuple("MISSING_FIELD", "message 1, line 10, segment 3 POC, element 3"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SCH*0*EA***002*20261201~", "SCH*3*EA***002*20261201~\nSCH*4*QQ***002*20270101~"})
    void aCancellationIsTakenWhateverTheDeliveriesOfItsLines(String deliveries) {
        X12Golden taken = changed("BCH*01", "POC*10*DI*12**EA~\n" + deliveries);

        assertThat(taken.problems).isEmpty();
        assertThat(taken.documents).hasSize(1).allMatch(OrderCancellation.class::isInstance);
    }

    @ParameterizedTest
    @CsvSource({"DI,REMOVE", "NC,"})
    void aLineThatIsDeletedOrStaysAsItIsNeedsNoDelivery(String change, Action action) {
        X12Golden taken =
                changed("BCH*04", "POC*10*" + change + "*12**EA~\nSCH*0*EA***002*20261201~\nSCH*12*EA***002*20270101~");

        assertThat(taken.problems).isEmpty();
        assertThat(((OrderChange) taken.documents.get(0)).lines())
                .extracting(OrderChangeLine::action)
                .isEqualTo(action == null ? List.of() : List.of(action));
    }

    @Test
    void aLineThatIsDeletedFromAReplacementNeedsNoDelivery() {
        X12Golden taken = changed(
                "BCH*05", "POC*1*CA*7**EA***VN*100001~\nSCH*7*EA***002*20261201~\nPOC*2*DI~\nSCH*0*EA***002*20261201~");

        assertThat(taken.problems).isEmpty();
        assertThat(((OrderChange) taken.documents.get(0)).content().lines())
                .extracting(OrderLine::number, OrderLine::requestedDelivery)
                .containsExactly(tuple("1", LocalDate.of(2026, 12, 1)));
    }

    @Test
    void theDeliveriesOfALineThatBecomesOtherwiseAreChecked() {
        X12Golden refused =
                changed("BCH*04", "POC*10*CA*12**EA~\nSCH*0*EA***002*20261201~\nPOC*20*AI*4**EA***VN*1~\nSCH*3*EA~");

        assertThat(refused.documents).isEmpty();
        assertThat(refused.problems)
                .extracting(Problem::code, Problem::location)
                .containsExactly(
                        tuple("QUANTITY_NOT_POSITIVE", "message 1, line 10, segment 4 SCH, element 1"),
                        tuple("UNSUPPORTED_VALUE", "message 1, line 20, segment 6 SCH"));
    }

    @ParameterizedTest
    @CsvSource({"KG*2.5*PK,1", "FT*185.5*TF,1000", "DZ*24*PD,1", "EA*24*PD,12"})
    void aPriceThatAloneBecomesOtherwiseIsForTheUnitThatTheSegmentNames(String words, BigDecimal number) {
        X12Golden taken = changed("BCH*04", "POC*1*PC***" + words + "~");

        assertThat(taken.problems).isEmpty();
        OrderLine line = ((OrderChange) taken.documents.get(0)).lines().get(0).line();
        assertThat(line.quantity()).isNull();
        assertThat(line.price().baseQuantity()).isEqualByComparingTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POC*1*PC****24*PD~", "POC*1*CA*12***24*PD~"})
    void aPriceByACountThatBecomesOtherwiseNeedsTheUnitOfItsLine(String line) {
        X12Golden refused = changed("BCH*04", line);

        assertThat(refused.documents).isEmpty();
        assertThat(refused.problems)
                .extracting(Problem::code, Problem::location)
                .containsExactly(tuple("UNSUPPORTED_VALUE", "message 1, line 1, segment 3 POC, element 7"));
        assertThat(refused.problems.get(0).message()).contains("send the unit in POC05");
    }

    /** A change of its own. @param purpose the begin of BCH @param lines the segments of its lines */
    private static X12Golden changed(String purpose, String lines) {
        String text = """
                ISA*00*          *00*          *ZZ*AMERCO         *ZZ*SUPPLIER       *261121*0930*U*00401*000000108*0*P*>~
                GS*PC*AMERCO*SUPPLIER*20261121*0930*9*X*004010~
                ST*860*0001~
                $PURPOSE*SA*4711***20261121~
                $LINES
                SE*$COUNT*0001~
                GE*1*9~
                IEA*1*000000108~
                """;
        return X12Golden.read(text.replace("$PURPOSE", purpose)
                .replace("$LINES", lines)
                .replace("$COUNT", Long.toString(lines.lines().count() + 3))
                .getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void aChangeIsAnsweredBy865() throws Exception {
        Occasion occasion = new Occasion(Occasion.Kind.CHANGE, new DocumentNumber("4500012345"), "2");

        assertThat(written(OrderResponses.aResponse().build().to(occasion, new DocumentNumber("OR-1-2"))))
                .contains("GS*CA*", "ST*865*0001~BCA*00*AC*4500012345**2*20260104***OR-1-2*20260105~", "~POC*10*CA*")
                .doesNotContain("PO1*");
    }

    @Test
    void aRefusedChangeIsAnsweredWithoutLines() throws Exception {
        Occasion occasion = new Occasion(Occasion.Kind.CHANGE, new DocumentNumber("4500012345"), "2");

        assertThat(written(refused(occasion)))
                .contains("BCA*00*RJ*4500012345**2*", "MSG*Too late.~")
                .doesNotContain("POC*", "CTT*");
    }

    private static OrderResponse refused(Occasion occasion) {
        OrderResponse r = OrderResponses.aResponse().build();
        return new OrderResponse(
                        r.number(),
                        r.issuedAt(),
                        r.order(),
                        null,
                        null,
                        LineStatus.REJECTED,
                        "EUR",
                        "en",
                        false,
                        r.seller(),
                        r.buyer(),
                        null,
                        null,
                        null,
                        List.of(),
                        List.of(new Reason("ORDER_CLOSED", "Too late.")),
                        List.of(),
                        List.of(),
                        r.net(),
                        r.tax(),
                        r.gross(),
                        null,
                        null)
                .to(occasion, r.number());
    }

    private static String written(OrderResponse response) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new X12OrderResponseWriter().write(response, new FormatSettings("en", Map.of("x12.charset", "UTF-8")), out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
