package org.koppel.codec.x12;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.OrderResponses;
import org.koppel.codec.Problem;
import org.koppel.document.LineStatus;
import org.koppel.document.OrderCancellation;
import org.koppel.document.OrderChange;
import org.koppel.document.OrderChangeLine;
import org.koppel.document.OrderChangeLine.Action;
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
