package org.koppel.codec.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.StringReader;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.koppel.codec.DespatchAdvices;
import org.koppel.codec.DocumentException;
import org.koppel.codec.DocumentReader;
import org.koppel.codec.DocumentWriter;
import org.koppel.codec.Envelope;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.OrderResponses;
import org.koppel.codec.Problem;
import org.koppel.codec.XmlCursor;
import org.koppel.codec.XmlStreams;
import org.koppel.document.AllowanceCharge;
import org.koppel.document.ApplicationResponse;
import org.koppel.document.DespatchAdvice;
import org.koppel.document.Document;
import org.koppel.document.Invoice;
import org.koppel.document.InvoiceLine;
import org.koppel.document.InvoiceTax;
import org.koppel.document.InvoiceTotals;
import org.koppel.document.Order;
import org.koppel.document.OrderCancellation;
import org.koppel.document.OrderChange;
import org.koppel.document.OrderChangeLine;
import org.koppel.document.OrderResponse;
import org.koppel.platform.Json;
import org.koppel.shared.DocumentNumber;
import org.koppel.shared.Quantity;
import org.xml.sax.SAXException;

/** Our own XML and JSON: the records, field by field. */
class OwnFormatsTest {
    private static final Schema SCHEMA = schema();

    @Test
    void anOrderIsReadFromXmlAndFromJsonAlike() throws Exception {
        Order xml = read(new OwnXmlOrderReader(), golden("order-full.xml"));
        Order json = read(new OwnJsonOrderReader(), golden("order-full.json"));

        assertThat(xml).isEqualTo(json);
        assertThat(xml.number()).isEqualTo(new DocumentNumber("4711"));
        assertThat(xml.lines()).hasSize(2);
        assertThat(xml.lines().get(0).price().baseQuantity()).isEqualByComparingTo("100");
        assertThat(xml.references()).hasSize(2);
    }

    @Test
    void whatIsWrittenIsValidAndIsReadAsItWas() throws Exception {
        Order order = read(new OwnXmlOrderReader(), golden("order-full.xml"));
        OrderChange change =
                new OrderChange(new DocumentNumber("CH-1"), "2", false, order, List.of(OrderChangeLine.remove("10")));
        OrderCancellation cancellation =
                new OrderCancellation(order.number(), null, order.issuedAt(), order.number(), true, "a < b & c");

        assertThat(again(new OwnXmlOrderWriter(), new OwnXmlOrderReader(), order))
                .isEqualTo(order);
        assertThat(again(new OwnJsonOrderWriter(), new OwnJsonOrderReader(), order))
                .isEqualTo(order);
        assertThat(again(new OwnXmlOrderChangeWriter(), new OwnXmlOrderChangeReader(), change))
                .isEqualTo(change);
        assertThat(again(new OwnJsonOrderChangeWriter(), new OwnJsonOrderChangeReader(), change))
                .isEqualTo(change);
        assertThat(again(new OwnXmlOrderCancellationWriter(), new OwnXmlOrderCancellationReader(), cancellation))
                .isEqualTo(cancellation);
        assertThat(again(new OwnJsonOrderCancellationWriter(), new OwnJsonOrderCancellationReader(), cancellation))
                .isEqualTo(cancellation);
    }

    @Test
    void aConfirmationIsValidAndLosesNothing() throws Exception {
        OrderResponse response = OrderResponses.aResponse().build();
        String xml = written(new OwnXmlOrderResponseWriter(), response);
        SCHEMA.newValidator().validate(new StreamSource(new StringReader(xml)));

        String json = written(new OwnJsonOrderResponseWriter(), response);
        assertThat(Json.read(json, OrderResponse.class)).isEqualTo(response);
        assertThat(Trees.MAPPER.treeToValue(XmlTree.read(root(xml), OrderResponse.class), OrderResponse.class))
                .isEqualTo(response);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"baseQuantity\":null", ",\"baseQuantity\":0"})
    void aPriceOfOursAlwaysNamesItsBase(String said) throws Exception {
        String json = written(
                        new OwnJsonOrderResponseWriter(),
                        OrderResponses.aResponse().build())
                .replaceAll("(?s),\\s*\"baseQuantity\"\\s*:\\s*[0-9]+", said);

        DocumentException refused = catchThrowableOfType(
                DocumentException.class,
                () -> new OwnJsonOrderResponseReader()
                        .read(
                                new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)),
                                FormatSettings.DEFAULT,
                                r -> {}));

        assertThat(refused.problems()).extracting(Problem::code).containsExactly("BAD_VALUE");
    }

    @Test
    void whatTheBackOfficeAnswersIsReadAsItWasWritten() throws Exception {
        OrderResponse response = OrderResponses.aResponse().build();
        DespatchAdvice advice = DespatchAdvices.anAdvice();

        assertThat(again(new OwnXmlOrderResponseWriter(), new OwnXmlOrderResponseReader(), response))
                .isEqualTo(response);
        assertThat(again(new OwnJsonOrderResponseWriter(), new OwnJsonOrderResponseReader(), response))
                .isEqualTo(response);
        assertThat(again(new OwnXmlDespatchAdviceWriter(), new OwnXmlDespatchAdviceReader(), advice))
                .isEqualTo(advice);
        assertThat(again(new OwnJsonDespatchAdviceWriter(), new OwnJsonDespatchAdviceReader(), advice))
                .isEqualTo(advice);
    }

    @Test
    void theBackOfficeNeedsToSayOnlyWhatWeDoNotKnow() throws Exception {
        byte[] golden = golden("order-response-minimal.xml");
        SCHEMA.newValidator().validate(new StreamSource(new ByteArrayInputStream(golden)));
        OrderResponse response = read(new OwnXmlOrderResponseReader(), golden);
        assertThat(response.lines().get(1).backordered()).isEqualTo(Quantity.of("3", "H87"));
        assertThat(read(new OwnJsonOrderResponseReader(), golden("order-response-minimal.json")))
                .isEqualTo(response);

        golden = golden("despatch-advice-minimal.xml");
        SCHEMA.newValidator().validate(new StreamSource(new ByteArrayInputStream(golden)));
        DespatchAdvice advice = read(new OwnXmlDespatchAdviceReader(), golden);
        assertThat(advice.lines().get(0).orderLine()).isEqualTo("10");
        assertThat(read(new OwnJsonDespatchAdviceReader(), golden("despatch-advice-minimal.json")))
                .isEqualTo(advice);
        assertThat(new OwnJsonEnvelopeReader()
                        .read(new ByteArrayInputStream(golden("despatch-advice-minimal.json")))
                        .documentClass())
                .contains(DespatchAdvice.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "broken-response-empty.json|MISSING_FIELD number|MISSING_FIELD order|MISSING_FIELD status",
                "broken-response-line.json|MISSING_FIELD lines[1]/number|MISSING_FIELD"
                        + " lines[1]/confirmed|DUPLICATE_LINE_NUMBER lines[3]/number",
                "broken-response-long.json|TEXT_TOO_LONG number|CONTROL_CHARACTER order|BAD",
                "broken-response-value.json|BAD_VALUE lines[1]/confirmed|BAD|BAD",
                "broken-despatch.json|MISSING_FIELD lines[1]/orderLine|QUANTITY_NOT_POSITIVE"
                        + " lines[1]/delivered|MISSING_FIELD lines[2]/delivered",
                "broken-response-range.json|NUMBER_OUT_OF_RANGE lines[1]/confirmed|NUMBER_OUT_OF_RANGE"
                        + " lines[1]/price/amount|BAD",
                "broken-despatch-empty.json|MISSING_FIELD lines|BAD|BAD"
            })
    void whatIsWrongInABackOfficesDocumentIsNamed(String file, String first, String second, String third)
            throws Exception {
        byte[] content = golden(file);
        DocumentReader<?> reader =
                file.contains("despatch") ? new OwnJsonDespatchAdviceReader() : new OwnJsonOrderResponseReader();
        DocumentException refused = catchThrowableOfType(DocumentException.class, () -> read(reader, content));

        assertThat(refused.problems())
                .extracting(p -> p.code() + ' ' + p.location())
                .containsExactlyElementsOf(Stream.of(first, second, third)
                        .filter(p -> !p.equals("BAD"))
                        .toList());
    }

    @Test
    void whyADocumentWasRefusedIsValid() throws Exception {
        ApplicationResponse told = new ApplicationResponse(
                new DocumentNumber("AR-1"),
                DespatchAdvices.anAdvice().issuedAt(),
                new DocumentNumber("LS-1"),
                "DespatchAdvice",
                null,
                false,
                List.of(new ApplicationResponse.Finding("ORDER_UNKNOWN", "order 4711", "There is no order 4711.")));
        String xml = written(new OwnXmlApplicationResponseWriter(), told);

        SCHEMA.newValidator().validate(new StreamSource(new StringReader(xml)));
        assertThat(xml).contains("<code>ORDER_UNKNOWN</code>", "<answered>LS-1</answered>");
        assertThat(written(new OwnJsonApplicationResponseWriter(), told))
                .contains("\"type\" : \"ApplicationResponse\"", "\"ORDER_UNKNOWN\"");
    }

    @Test
    void aDespatchAdviceIsValidAndLosesNothing() throws Exception {
        DespatchAdvice advice = DespatchAdvices.anAdvice();
        String xml = written(new OwnXmlDespatchAdviceWriter(), advice);
        SCHEMA.newValidator().validate(new StreamSource(new StringReader(xml)));

        assertThat(Json.read(written(new OwnJsonDespatchAdviceWriter(), advice), DespatchAdvice.class))
                .isEqualTo(advice);
        assertThat(Trees.MAPPER.treeToValue(XmlTree.read(root(xml), DespatchAdvice.class), DespatchAdvice.class))
                .isEqualTo(advice);
    }

    @Test
    void theGoldenXmlIsValid() throws Exception {
        SCHEMA.newValidator().validate(new StreamSource(new ByteArrayInputStream(golden("order-full.xml"))));
    }

    @Test
    void theSchemasKnowEveryFieldOfTheRecords() throws Exception {
        String xsd = new String(OwnSchema.bytes(OwnSchema.XSD), StandardCharsets.UTF_8);
        var defs =
                Json.mapper().readTree(OwnSchema.bytes(OwnSchema.JSON_SCHEMA)).get("$defs");

        for (Class<?> record : List.of(
                Order.class,
                OrderChange.class,
                OrderCancellation.class,
                OrderResponse.class,
                DespatchAdvice.class,
                Invoice.class,
                InvoiceLine.class,
                InvoiceTax.class,
                InvoiceTotals.class,
                AllowanceCharge.class,
                ApplicationResponse.class)) {
            assertThat(fields(record)).allSatisfy(field -> {
                assertThat(defs.get(record.getSimpleName()).get("properties").has(field))
                        .as(field)
                        .isTrue();
                assertThat(xsd).contains("<xs:element name=\"" + field + "\"");
            });
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\":\"Order\"|MALFORMED_JSON|line 1, column 16",
                "{\"type\":\"Order\",\"issuedAt\":\"yesterday\"}|BAD_VALUE|issuedAt",
                "{\"type\":\"Order\",\"lines\":[{\"quantity\":{\"value\":1,\"unit\":\"piece\"}}]}|BAD_VALUE|lines[1]/quantity/unit",
            })
    void whatIsWrongIsNamedWithItsPlace(String json, String code, String place) {
        DocumentException refused = catchThrowableOfType(
                DocumentException.class, () -> read(new OwnJsonOrderReader(), json.getBytes(StandardCharsets.UTF_8)));

        assertThat(refused.problems())
                .extracting(Problem::code, Problem::location)
                .containsExactly(tuple(code, place));
    }

    @Test
    void everythingThatIsMissingIsNamedAtOnce() {
        String xml = "<Order xmlns=\"urn:koppel:documents:1\"><lines><line><quantity><value>0</value><unit>H87</unit>"
                + "</quantity></line></lines></Order>";

        DocumentException refused = catchThrowableOfType(
                DocumentException.class, () -> read(new OwnXmlOrderReader(), xml.getBytes(StandardCharsets.UTF_8)));

        assertThat(refused.problems())
                .extracting(Problem::code, Problem::location)
                .containsExactly(
                        tuple("MISSING_FIELD", "number"),
                        tuple("MISSING_FIELD", "issuedAt"),
                        tuple("MISSING_FIELD", "currency"),
                        tuple("MISSING_FIELD", "lines[1]/number"),
                        tuple("MISSING_FIELD", "lines[1]/item"),
                        tuple("QUANTITY_NOT_POSITIVE", "lines[1]/quantity"));
    }

    @Test
    void anotherRootIsNamed() {
        assertThatThrownBy(() -> read(new OwnXmlOrderReader(), "<Bestellung/>".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        DocumentException.class,
                        e -> assertThat(e.problems()).extracting(Problem::code).containsExactly("WRONG_ROOT"));
    }

    @Test
    void theyAreRecognisedAndToldApart() throws Exception {
        OwnXmlEnvelopeReader xml = new OwnXmlEnvelopeReader();
        OwnJsonEnvelopeReader json = new OwnJsonEnvelopeReader();

        assertThat(xml.recognises(null, golden("order-full.xml"))).isTrue();
        assertThat(json.recognises(null, golden("order-full.xml"))).isFalse();
        assertThat(json.recognises(null, golden("order-full.json"))).isTrue();
        assertThat(xml.recognises(null, golden("order-full.json"))).isFalse();
        Envelope envelope = xml.read(new ByteArrayInputStream(golden("order-full.xml")));
        assertThat(envelope.documentClass()).contains(Order.class);
        assertThat(envelope.reference()).isEqualTo("4711");
        assertThat(json.read(new ByteArrayInputStream(
                                "{\"type\":\"OrderChange\",\"number\":\"1\",\"content\":{\"number\":\"1\",\"test\":true}}"
                                        .getBytes(StandardCharsets.UTF_8)))
                        .reference())
                .isNull();
    }

    private static XmlCursor root(String xml) throws Exception {
        XmlCursor cursor = XmlStreams.open(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        cursor.nextChild(0);
        return cursor;
    }

    private static Stream<String> fields(Class<?> record) {
        return Arrays.stream(record.getRecordComponents()).map(RecordComponent::getName);
    }

    private static <T extends Document> T again(DocumentWriter<T> writer, DocumentReader<T> reader, T document)
            throws Exception {
        String written = written(writer, document);
        if (written.startsWith("<")) {
            SCHEMA.newValidator().validate(new StreamSource(new StringReader(written)));
        }
        return read(reader, written.getBytes(StandardCharsets.UTF_8));
    }

    private static <T extends Document> String written(DocumentWriter<T> writer, T document) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.write(document, FormatSettings.DEFAULT, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static <T extends Document> T read(DocumentReader<T> reader, byte[] content) throws Exception {
        List<T> documents = new ArrayList<>();
        reader.read(new ByteArrayInputStream(content), FormatSettings.DEFAULT, documents::add);
        return documents.get(0);
    }

    private static byte[] golden(String file) throws Exception {
        try (InputStream in = OwnFormatsTest.class.getResourceAsStream("/golden/own/" + file)) {
            return in.readAllBytes();
        }
    }

    private static Schema schema() {
        try {
            return SchemaFactory.newDefaultInstance()
                    .newSchema(new StreamSource(new ByteArrayInputStream(OwnSchema.bytes(OwnSchema.XSD))));
        } catch (SAXException e) {
            throw new AssertionError(e);
        }
    }
}
