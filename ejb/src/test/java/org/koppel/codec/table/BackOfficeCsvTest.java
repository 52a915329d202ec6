package org.koppel.codec.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.koppel.codec.BackOfficeDocuments.assertSame;
import static org.koppel.codec.BackOfficeDocuments.golden;
import static org.koppel.codec.BackOfficeDocuments.read;
import static org.koppel.codec.BackOfficeDocuments.written;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.koppel.codec.DespatchAdvices;
import org.koppel.codec.DocumentException;
import org.koppel.codec.DocumentReader;
import org.koppel.codec.DocumentSink;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.OrderResponses;
import org.koppel.codec.Problem;
import org.koppel.document.DespatchAdvice;
import org.koppel.document.DespatchLine;
import org.koppel.document.Document;
import org.koppel.document.LineStatus;
import org.koppel.document.OrderResponse;
import org.koppel.document.OrderResponseLine;
import org.koppel.document.Reason;
import org.koppel.document.RefusedDocument;
import org.koppel.shared.Quantity;

/** Answers and despatch advices of a back office in CSV. */
class BackOfficeCsvTest {
    private final OrderResponseCsvReader responses = new OrderResponseCsvReader();
    private final DespatchAdviceCsvReader advices = new DespatchAdviceCsvReader();
    private final CsvEnvelopeReader envelopes = new CsvEnvelopeReader();

    @Test
    void rowsOfOneOrderAreOneAnswer() throws Exception {
        List<OrderResponse> read = read(responses, golden("csv/back-office-responses.csv"));

        assertThat(read).extracting(r -> r.order().value()).containsExactly("4711", "4712");
        OrderResponse first = read.get(0);
        assertThat(first.buyer().address().id()).isEqualTo("bouwgroep");
        assertThat(first.lines()).extracting(OrderResponseLine::number).containsExactly("10", "20", "30");
        assertThat(first.lines())
                .extracting(OrderResponseLine::status)
                .containsExactly(LineStatus.ACCEPTED, null, LineStatus.REJECTED);
        OrderResponseLine second = first.lines().get(1);
        assertThat(second.confirmed()).isEqualTo(Quantity.of("5", "H87"));
        assertThat(second.price().amount().amount()).isEqualByComparingTo("82.50");
        assertThat(second.backorderDate()).hasToString("2026-02-02");
        assertThat(first.lines().get(2).reasons()).extracting(Reason::text).containsExactly("No longer \"sold\"");
    }

    @Test
    void theWholeIsRefusedInOneRow() throws Exception {
        OrderResponse whole = answer(golden("csv/back-office-whole.csv"));

        assertThat(whole.status()).isEqualTo(LineStatus.REJECTED);
        assertThat(whole.lines()).isEmpty();
    }

    @Test
    void aDespatchAdviceIsReadWithItsPackages() throws Exception {
        DespatchAdvice advice = advice(golden("csv/back-office-despatch.csv"));

        assertThat(advice.lines()).extracting(DespatchLine::orderLine).containsExactly("10", "30");
        assertThat(advice.packages())
                .extracting(DespatchAdvice.HandlingUnit::sscc)
                .containsExactly("354123450000000014");
        assertThat(advice.despatchedOn()).hasToString("2026-01-12");
    }

    @Test
    void whatWeWriteIsReadAgainWhateverTheDelimiter() throws Exception {
        OrderResponse response = OrderResponses.aResponse().build();
        DespatchAdvice advice = DespatchAdvices.anAdvice();
        OrderResponseCsvWriter writer = new OrderResponseCsvWriter();

        assertSame(answer(written(writer, response)), response);
        assertSame(answer(written(writer, response, "csv.delimiter", ",", "csv.decimal", ",")), response);
        assertSame(advice(written(new DespatchAdviceCsvWriter(), advice)), advice);
    }

    @Test
    void excelAndDbaseSayTheSame() throws Exception {
        OrderResponse response = OrderResponses.aResponse().build();
        DespatchAdvice advice = DespatchAdvices.anAdvice();

        byte[] sheet = written(new OrderResponseXlsxWriter(), response);
        assertSame((OrderResponse) read(new OrderResponseXlsxReader(), sheet).get(0), response);
        byte[] base = written(new OrderResponseDbfWriter(), response);
        assertSame((OrderResponse) read(new OrderResponseDbfReader(), base).get(0), response);
        sheet = written(new DespatchAdviceXlsxWriter(), advice);
        assertSame((DespatchAdvice) read(new DespatchAdviceXlsxReader(), sheet).get(0), advice);
        base = written(new DespatchAdviceDbfWriter(), advice);
        assertSame((DespatchAdvice) read(new DespatchAdviceDbfReader(), base).get(0), advice);
    }

    @Test
    void excelAndDbaseAreKnownByTheirFirstBytes() throws Exception {
        byte[] sheet = written(
                new OrderResponseXlsxWriter(), OrderResponses.aResponse().build());
        byte[] base = written(new DespatchAdviceDbfWriter(), DespatchAdvices.anAdvice());
        XlsxEnvelopeReader sheets = new XlsxEnvelopeReader();
        DbfEnvelopeReader bases = new DbfEnvelopeReader();

        assertThat(sheets.recognises(null, Arrays.copyOf(sheet, 4096))).isTrue();
        assertThat(sheets.recognises(null, base)).isFalse();
        assertThat(bases.recognises(null, Arrays.copyOf(base, 4096))).isTrue();
        assertThat(bases.recognises(null, sheet)).isFalse();
        assertThat(bases.recognises(null, golden("own/order-full.json"))).isFalse();
        assertThat(sheets.read(new ByteArrayInputStream(sheet)).kind()).isEqualTo("OrderResponse");
        assertThat(bases.read(new ByteArrayInputStream(base)).kind()).isEqualTo("DespatchAdvice");
    }

    @Test
    void theColumnsTellWhatAFileHolds() throws Exception {
        assertThat(kind("csv/back-office-responses.csv")).isEqualTo("OrderResponse");
        assertThat(kind("csv/back-office-despatch.csv")).isEqualTo("DespatchAdvice");
        assertThat(envelopes.recognises(null, golden("csv/back-office-despatch.csv")))
                .isTrue();
        assertThat(envelopes.recognises(null, golden("own/order-full.xml"))).isFalse();
        assertThat(envelopes.recognises("text/csv; charset=UTF-8", new byte[0])).isTrue();
        DocumentException refused = catchThrowableOfType(
                DocumentException.class,
                () -> envelopes.read(new ByteArrayInputStream("a;b\n".getBytes(StandardCharsets.UTF_8))));
        assertThat(refused.problems()).extracting(Problem::code).containsExactly("UNKNOWN_COLUMNS");
    }

    private String kind(String file) throws Exception {
        return envelopes.read(new ByteArrayInputStream(golden(file))).kind();
    }

    @Test
    void aWrongAnswerIsRefusedAloneAndEverythingIsNamed() throws Exception {
        Refusing<OrderResponse> sink = new Refusing<>();

        responses.read(new ByteArrayInputStream(golden("csv/broken-response.csv")), FormatSettings.DEFAULT, sink);

        assertThat(sink.problems)
                .containsExactly(
                        "BAD_VALUE row 2, column status",
                        "UNKNOWN_UNIT row 3, column unit",
                        "UNREADABLE_NUMBER row 4, column confirmed",
                        "UNREADABLE_DATE row 4, column delivery_date",
                        "MISSING_FIELD row 5, column confirmed",
                        "MISSING_FIELD row 6, column line",
                        "QUANTITY_NOT_POSITIVE row 7, column price_per",
                        "DUPLICATE_LINE_NUMBER row 9, column line",
                        "MISSING_FIELD row 10, column order",
                        "TEXT_TOO_LONG row 11, column confirmation",
                        "UNKNOWN_CURRENCY row 13, column currency",
                        "UNKNOWN_CURRENCY row 15, column currency");
        assertThat(sink.taken).isEqualTo(1);
    }

    @Test
    void aWrongDespatchAdviceIsRefusedAlone() throws Exception {
        Refusing<DespatchAdvice> sink = new Refusing<>();

        advices.read(new ByteArrayInputStream(golden("csv/broken-despatch.csv")), FormatSettings.DEFAULT, sink);

        assertThat(sink.problems)
                .containsExactly(
                        "QUANTITY_NOT_POSITIVE row 2, column delivered",
                        "MISSING_FIELD row 3, column line",
                        "MISSING_FIELD row 4, column delivered",
                        "CONTROL_CHARACTER row 5, column despatch");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "broken-despatch-columns.csv|MISSING_COLUMN row 1",
                "broken-response-quotes.csv|MALFORMED_CSV row 2",
                "broken-response-charset.csv|WRONG_CHARSET file",
                "broken-response-empty.csv|MISSING_FIELD file",
                "broken-response-whole.csv|MISSING_FIELD row 2, column line"
            })
    void aFileThatIsWrongAsAWholeIsRefused(String file, String problem) {
        DocumentReader<?> reader = file.contains("columns") ? advices : responses;

        DocumentException refused =
                catchThrowableOfType(DocumentException.class, () -> read(reader, golden("csv/" + file)));

        assertThat(refused.problems())
                .extracting(p -> p.code() + ' ' + p.location())
                .containsExactly(problem);
    }

    private OrderResponse answer(byte[] content) throws Exception {
        return (OrderResponse) read(responses, content).get(0);
    }

    private DespatchAdvice advice(byte[] content) throws Exception {
        return (DespatchAdvice) read(advices, content).get(0);
    }

    /** Counts what is taken and keeps what is refused. */
    private static final class Refusing<T extends Document> implements DocumentSink<T> {
        private final List<String> problems = new ArrayList<>();
        private int taken;

        @Override
        public void accept(T document) {
            taken++;
        }

        @Override
        public void refuse(RefusedDocument document, List<Problem> why) {
            why.forEach(p -> problems.add(p.code() + ' ' + p.location()));
        }
    }
}
