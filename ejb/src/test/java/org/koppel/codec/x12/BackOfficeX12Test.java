package org.koppel.codec.x12;

import static org.assertj.core.api.Assertions.assertThat;
import static org.koppel.codec.BackOfficeDocuments.assertSame;
import static org.koppel.codec.BackOfficeDocuments.golden;
import static org.koppel.codec.BackOfficeDocuments.read;
import static org.koppel.codec.BackOfficeDocuments.written;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.koppel.codec.BackOfficeContract;
import org.koppel.codec.DespatchAdvices;
import org.koppel.codec.OrderResponses;
import org.koppel.codec.Problem;
import org.koppel.document.DespatchAdvice;
import org.koppel.document.Document;
import org.koppel.document.LineStatus;
import org.koppel.document.OrderResponse;
import org.koppel.shared.Quantity;

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

    @ParameterizedTest
    @ValueSource(strings = {"ACK*IA*6*EA~ACK*IR*4*EA~", "ACK*IR*4*EA~ACK*IA*6*EA~"})
    void aLineOfWhichAPartIsRefusedIsChangedWhicheverStandsFirst(String acks) throws Exception {
        OrderResponse response = (OrderResponse) read(reader, answer(acks)).get(0);

        assertThat(response.lines().get(0).status()).isEqualTo(LineStatus.CHANGED);
        assertThat(response.lines().get(0).confirmed()).isEqualTo(Quantity.of("6", "H87"));
    }

    @Test
    void aLineOfWhichNothingIsLeftIsRejected() throws Exception {
        OrderResponse response = (OrderResponse)
                read(reader, answer("ACK*IR*10*EA~ACK*R1*10*EA~")).get(0);

        assertThat(response.lines().get(0).status()).isEqualTo(LineStatus.REJECTED);
        assertThat(response.lines().get(0).confirmed()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"ACK*IA*10~,EA,100", "ACK*IA*10*EA~,'',100", "ACK*IA*10*HC~,'',1", "ACK*IA*10~,HC,1"})
    void aPriceByACountIsForTheUnitOfTheLineOrOfWhatIsSaidOfIt(String ack, String unit, BigDecimal base)
            throws Exception {
        byte[] priced = priced(ack, unit);

        OrderResponse response = (OrderResponse) read(reader, priced).get(0);

        assertThat(response.lines().get(0).price().baseQuantity()).isEqualByComparingTo(base);
    }

    @Test
    void aPriceByACountOfALineWithoutAUnitIsRefused() {
        X12Golden refused = X12Golden.read(priced("ACK*IA*10~", ""));

        assertThat(refused.problems).extracting(Problem::code).containsExactly("UNSUPPORTED_VALUE");
    }

    private static byte[] priced(String ack, String unit) {
        String text = new String(answer(ack), StandardCharsets.US_ASCII);
        return text.replace("PO1*10*10*EA~", "PO1*10*10*" + unit + "*24*HP~")
                .replace("SE*7*", "SE*6*")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** An answer to one line. @param acks two of them */
    private static byte[] answer(String acks) {
        String text = """
                ISA*00*          *00*          *ZZ*AMERCO         *ZZ*SUPPLIER       *261121*0930*U*00401*000000101*0*P*>~
                GS*PR*AMERCO*SUPPLIER*20261121*0930*7*X*004010~
                ST*855*0001~
                BAK*00*AC*4711*20260104****SO-88001*20260105~
                PO1*10*10*EA~
                $ACKS
                CTT*1~
                SE*7*0001~
                GE*1*7~
                IEA*1*000000101~
                """;
        return text.replace("$ACKS", acks).getBytes(StandardCharsets.US_ASCII);
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
