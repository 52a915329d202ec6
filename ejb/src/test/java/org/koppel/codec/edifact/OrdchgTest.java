package org.koppel.codec.edifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.OrderResponses;
import org.koppel.codec.Problem;
import org.koppel.document.Document;
import org.koppel.document.Order;
import org.koppel.document.OrderCancellation;
import org.koppel.document.OrderChange;
import org.koppel.document.OrderChangeLine;
import org.koppel.document.OrderChangeLine.Action;
import org.koppel.document.OrderResponse;
import org.koppel.platform.Json;
import org.koppel.shared.DocumentNumber;
import org.koppel.shared.Quantity;

class OrdchgTest {
    private final EdifactGolden read = EdifactGolden.read("order-changes.edi");

    @Test
    void ordersAndTheirChangesMayStandInOneInterchange() {
        assertThat(read.problems).isEmpty();
        assertThat(read.documents)
                .extracting(Document::type)
                .containsExactly("OrderChange", "OrderChange", "OrderCancellation", "Order");
        assertThat(read.receipt.refused()).isEmpty();
    }

    @Test
    void aChangeNamesOnlyWhatBecomesOtherwise() {
        OrderChange change = (OrderChange) read.documents.get(0);

        assertThat(change.number()).isEqualTo(new DocumentNumber("CH-1"));
        assertThat(change.complete()).isFalse();
        Order content = change.content();
        assertThat(content.number()).isEqualTo(new DocumentNumber("4500+77"));
        assertThat(content.issuedAt()).isEqualTo(OffsetDateTime.parse("2026-11-21T10:30:00Z"));
        assertThat(content.requestedDelivery()).isEqualTo(LocalDate.of(2026, 12, 10));
        assertThat(content.note()).isEqualTo("Later, please");
        assertThat(content.shipTo().id()).isEqualTo("BAU-9");
        assertThat(content.currency()).isNull();
        assertThat(content.references()).isEmpty();
        assertThat(change.lines())
                .extracting(OrderChangeLine::number, OrderChangeLine::action)
                .containsExactly(tuple("10", Action.CHANGE), tuple("20", Action.REMOVE), tuple("30", Action.ADD));
        assertThat(change.lines().get(0).line().quantity()).isEqualTo(Quantity.of("24", "H87"));
        assertThat(change.lines().get(0).line().price()).isNull();
        assertThat(change.lines().get(2).line().item().sellersId()).isEqualTo("100003");
    }

    @Test
    void aReplacementIsTheWholeOrderAsItShallBe() {
        OrderChange change = (OrderChange) read.documents.get(1);

        assertThat(change.complete()).isTrue();
        assertThat(change.revision()).isEqualTo("3");
        assertThat(change.content().number()).isEqualTo(new DocumentNumber("4711"));
        assertThat(change.content().lines()).singleElement().satisfies(line -> {
            assertThat(line.number()).isEqualTo("1");
            assertThat(line.quantity()).isEqualTo(Quantity.of("7", "H87"));
        });
    }

    @Test
    void aCancellationTakesTheWholeOrderBack() {
        assertThat(read.documents.get(2))
                .isEqualTo(new OrderCancellation(
                        new DocumentNumber("CH-3"),
                        null,
                        OffsetDateTime.parse("2026-11-21T10:31:00Z"),
                        new DocumentNumber("4712"),
                        false,
                        "Ordered by mistake"));
    }

    @Test
    void aChangeSurvivesItsArchive() {
        OrderChange change = (OrderChange) read.documents.get(0);

        assertThat(Json.read(Json.write(change), OrderChange.class)).isEqualTo(change);
    }

    @Test
    void aWrongFunctionAnActionOfASellerAndAMissingOrderAreNamed() {
        EdifactGolden broken = EdifactGolden.read("broken-change.edi");

        assertThat(broken.problems)
                .extracting(Problem::code, Problem::location)
                .containsExactly(
                        tuple("UNSUPPORTED_FUNCTION", "message 1, segment 2 BGM, element 3"),
                        tuple("UNSUPPORTED_FUNCTION", "message 1, line 10, segment 5 LIN, element 2"),
                        tuple("MISSING_FIELD", "message 1, segment 7 UNT"));
        assertThat(broken.refused).hasSize(1);
    }

    @Test
    void aCancellationIsTakenWhateverDeliveriesItRepeats() {
        String head = "SCC+1++W'QTY+21:0'";
        String line = "LIN+10'QTY+21:5:PCE'SCC+1'QTY+21:0'DTM+2:soon'SCC+1++W'QTY+21:3:NIX'";
        EdifactGolden cancelled = change("1", head + line);

        assertThat(cancelled.problems).isEmpty();
        assertThat(cancelled.documents).extracting(Document::type).containsExactly("OrderCancellation");
        assertThat(change("4", head).codes()).containsExactly("UNSUPPORTED_VALUE", "UNSUPPORTED_VALUE");
    }

    @Test
    void aCancellationIsTakenWhateverDaysItRepeatsAndAChangeIsNot() {
        String days = "'DTM+2:20261201:102'DTM+2:20261210:102"; // behind BGM

        assertThat(change("1" + days, "").problems).isEmpty();
        assertThat(change("4" + days, "").codes()).containsExactly("UNSUPPORTED_VALUE");
    }

    @Test
    void aLineThatIsDeletedOrStaysMaySayOfItsDeliveriesWhatItLikes() {
        String deliveries = "QTY+21:5:PCE'QTY+21:6:PCE'SCC+1'QTY+21:0'DTM+2:soon'SCC+1++W'QTY+21:0'";
        EdifactGolden changed = change("4", "LIN+10+2'" + deliveries + "LIN+20+4'" + deliveries);

        assertThat(changed.problems).isEmpty();
        assertThat(((OrderChange) changed.documents.get(0)).lines()).containsExactly(OrderChangeLine.remove("10"));
        EdifactGolden replaced = change("5", "LIN+10+2'" + deliveries + "LIN+20+5'QTY+21:5:PCE'");
        assertThat(replaced.problems).isEmpty();
        assertThat(((OrderChange) replaced.documents.get(0)).content().lines()).hasSize(1);
    }

    @Test
    void aLineThatIsChangedIsHeldToItsDeliveries() {
        assertThat(change("4", "LIN+10+3'QTY+21:5:PCE'SCC+1++W'QTY+21:0'").codes())
                .containsExactly("QUANTITY_NOT_POSITIVE", "UNSUPPORTED_VALUE");
    }

    /** An interchange with one ORDCHG. @param segments from its first SCC or LIN on */
    private static EdifactGolden change(String function, String segments) {
        String head = "BGM+230+CH-9+" + function + "'DTM+137:20261121:102'RFF+ON:4711'NAD+BY+5412345000013::9'";
        String body = head + segments + "UNS+S'";
        long count = body.chars().filter(c -> c == '\'').count() + 2;
        String interchange = "UNB+UNOC:3+EDIPLUS:14+SUPPLIER:14+261121:0930+9'UNH+1+ORDCHG:D:96A:UN:EAN006'" + body
                + "UNT+" + count + "+1'UNZ+1+9'";
        return EdifactGolden.read(interchange.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theAnswerNamesTheChange() throws Exception {
        OrderResponse.Occasion occasion =
                new OrderResponse.Occasion(OrderResponse.Occasion.Kind.CHANGE, new DocumentNumber("CH-1"), null);

        assertThat(written(OrderResponses.aResponse().build().to(occasion, new DocumentNumber("OR-1-2"))))
                .contains("BGM+231+OR-1-2+", "RFF+ON:4500012345'", "RFF+PP:CH-1'");
    }

    private static String written(OrderResponse response) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new EdifactD96AOrderResponseWriter()
                .write(response, new FormatSettings("en", Map.of("edifact.syntax", "UNOY")), out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
