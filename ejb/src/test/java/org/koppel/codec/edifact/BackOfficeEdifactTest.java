package org.koppel.codec.edifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.koppel.codec.BackOfficeDocuments.assertSame;
import static org.koppel.codec.BackOfficeDocuments.golden;
import static org.koppel.codec.BackOfficeDocuments.read;
import static org.koppel.codec.BackOfficeDocuments.written;

import java.util.List;
import org.junit.jupiter.api.Test;
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
