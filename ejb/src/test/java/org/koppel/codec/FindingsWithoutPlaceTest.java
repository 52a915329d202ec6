package org.koppel.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.koppel.codec.cebeo.CebeoApplicationResponseWriter;
import org.koppel.codec.cxml.CxmlApplicationResponseWriter;
import org.koppel.codec.edifact.EdifactD96AApplicationResponseWriter;
import org.koppel.codec.ubl.UblApplicationResponseWriter;
import org.koppel.codec.x12.X12ApplicationResponseWriter;
import org.koppel.document.ApplicationResponse;
import org.koppel.document.ApplicationResponse.Finding;
import org.koppel.shared.DocumentNumber;

/** A refusal may be about the whole document, and then says no place. */
class FindingsWithoutPlaceTest {
    private static final FormatSettings CHANNEL =
            new FormatSettings("en", Map.of("cxml.from", "DUNS:123456789", "cxml.to", "DUNS:987654321"));

    @Test
    void aFindingIsItsCodeItsPlaceAndItsText() {
        assertThat(new Finding("LINE_UNKNOWN", "line 3", "Answer lines of the order.").words())
                .isEqualTo("LINE_UNKNOWN line 3: Answer lines of the order.");
        assertThat(new Finding("LINE_UNKNOWN", "line 3", "Answer lines of the order.").placed())
                .isEqualTo("line 3: Answer lines of the order.");
    }

    @Test
    void withoutAPlaceItIsItsCodeAndItsText() {
        assertThat(new Finding("ORDER_UNKNOWN", null, "Name an order.").words())
                .isEqualTo("ORDER_UNKNOWN: Name an order.");
        assertThat(new Finding("ORDER_UNKNOWN", " ", "Name an order.").placed()).isEqualTo("Name an order.");
    }

    static Stream<DocumentWriter<ApplicationResponse>> writers() {
        return Stream.of(
                new CebeoApplicationResponseWriter(),
                new CxmlApplicationResponseWriter(),
                new EdifactD96AApplicationResponseWriter(),
                new UblApplicationResponseWriter(),
                new X12ApplicationResponseWriter());
    }

    @ParameterizedTest
    @MethodSource("writers")
    void noWriterMakesAWordOfAPlaceThatIsNotThere(DocumentWriter<ApplicationResponse> writer) throws Exception {
        ApplicationResponse response = new ApplicationResponse(
                new DocumentNumber("AR-1"),
                OffsetDateTime.parse("2026-01-05T08:00:00Z"),
                new DocumentNumber("4711"),
                "OrderResponse",
                null,
                false,
                List.of(new Finding("ORDER_UNKNOWN", null, "Name an order.")));
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        writer.write(response, CHANNEL, out);

        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("Name an order.")
                .doesNotContain("null");
    }
}
