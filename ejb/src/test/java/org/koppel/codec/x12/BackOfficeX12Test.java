package org.koppel.codec.x12;

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
class BackOfficeX12Test extends BackOfficeContract {
    private final X12Reader reader = new X12Reader();

    @Override
    protected List<Document> both() throws Exception {
        return read(reader, golden("x12/back-office.x12"));
    }

    @Test
    void whatWeWriteIsReadAgain() throws Exception {
        OrderResponse response = OrderResponses.aResponse().build();
        DespatchAdvice advice = DespatchAdvices.anAdvice();

        assertSame(
                (OrderResponse) read(reader, written(new X12OrderResponseWriter(), response, "x12.charset", "UTF-8"))
                        .get(0),
                response);
        assertSame(
                (DespatchAdvice) read(reader, written(new X12DespatchAdviceWriter(), advice))
                        .get(0),
                advice);
    }

    @Test
    void everythingThatIsWrongIsNamed() {
        assertThat(codes("broken-back-office-response.x12"))
                .containsExactly(
                        "UNSUPPORTED_FUNCTION",
                        "MISSING_FIELD",
                        "MISSING_FIELD",
                        "UNSUPPORTED_FUNCTION",
                        "NUMBER_OUT_OF_RANGE",
                        "DUPLICATE_LINE_NUMBER",
                        "MISSING_FIELD",
                        "UNKNOWN_UNIT",
                        "NUMBER_OUT_OF_RANGE");
        assertThat(codes("broken-back-office-despatch.x12"))
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
        return X12Golden.read(file).problems.stream().map(Problem::code).toList();
    }
}
