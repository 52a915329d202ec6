package org.koppel.codec.edifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.koppel.codec.BackOfficeDocuments.assertSame;
import static org.koppel.codec.BackOfficeDocuments.golden;
import static org.koppel.codec.BackOfficeDocuments.read;
import static org.koppel.codec.BackOfficeDocuments.written;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.koppel.codec.BackOfficeContract;
import org.koppel.codec.DespatchAdvices;
import org.koppel.codec.OrderResponses;
import org.koppel.codec.Problem;
import org.koppel.document.DespatchAdvice;
import org.koppel.document.Document;
import org.koppel.document.OrderResponse;

/** Answers and despatch advices as a back office sends them. */
class BackOfficeEdifactTest extends BackOfficeContract {
    private final EdifactD96AReader reader = new EdifactD96AReader();

    @Override
    protected List<Document> both() throws Exception {
        return read(reader, golden("edifact/back-office.edi"));
    }

    @Test
    void whatWeWriteIsReadAgain() throws Exception {
        OrderResponse response = OrderResponses.aResponse().build();
        DespatchAdvice advice = DespatchAdvices.anAdvice();

        assertSame(
                (OrderResponse)
                        read(reader, written(new EdifactD96AOrderResponseWriter(), response, "edifact.syntax", "UNOY"))
                                .get(0),
                response);
        assertSame(
                (DespatchAdvice) read(reader, written(new EdifactD96ADespatchAdviceWriter(), advice))
                        .get(0),
                advice);
    }

    @ParameterizedTest
    @CsvSource({"back-office.edi, 82.5:::100:PCE", "invoice.edi, 13.25:::1:PCE"})
    void aPriceForAnotherMeasureThanTheLineIsRefused(String file, String price) {
        String text = new String(EdifactGolden.bytes(file), StandardCharsets.ISO_8859_1);
        assertThat(text).contains(price);
        String other = text.replace(price, price.replace("PCE", "KGM"));

        assertThat(EdifactGolden.read(other.getBytes(StandardCharsets.ISO_8859_1)).problems)
                .extracting(Problem::code, Problem::message)
                .containsExactly(tuple(
                        "UNSUPPORTED_VALUE",
                        "A price by \"KGM\" cannot be turned into one for the unit of the line, \"PCE\"; send the price"
                                + " of that unit"));
    }

    @Test
    void everythingThatIsWrongIsNamed() {
        assertThat(codes("broken-back-office-response.edi"))
                .containsExactly(
                        "UNSUPPORTED_FUNCTION",
                        "MISSING_FIELD",
                        "UNSUPPORTED_FUNCTION",
                        "MISSING_FIELD",
                        "MISSING_FIELD",
                        "DUPLICATE_LINE_NUMBER",
                        "UNREADABLE_DATE",
                        "BAD_CHARACTER",
                        "NUMBER_OUT_OF_RANGE",
                        "UNREADABLE_NUMBER",
                        "UNKNOWN_UNIT",
                        "UNKNOWN_CURRENCY",
                        "QUANTITY_NOT_POSITIVE");
        assertThat(codes("broken-back-office-despatch.edi"))
                .containsExactly(
                        "UNSUPPORTED_FUNCTION",
                        "SEVERAL_ORDERS",
                        "QUANTITY_NOT_POSITIVE",
                        "MISSING_FIELD",
                        "MISSING_FIELD",
                        "MISSING_FIELD",
                        "MISSING_FIELD");
    }

    private static List<String> codes(String file) {
        return EdifactGolden.read(file).problems.stream().map(Problem::code).toList();
    }
}
