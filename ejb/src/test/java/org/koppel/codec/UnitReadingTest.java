package org.koppel.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.koppel.codec.cebeo.CebeoOrderReader;
import org.koppel.codec.cebeo.CebeoOrderResponseReader;
import org.koppel.codec.cebeo.CebeoOrderResponseWriter;
import org.koppel.codec.cebeo.CebeoOrderWriter;
import org.koppel.codec.cxml.CxmlDespatchAdviceReader;
import org.koppel.codec.cxml.CxmlDespatchAdviceWriter;
import org.koppel.codec.cxml.CxmlInvoiceReader;
import org.koppel.codec.cxml.CxmlInvoiceWriter;
import org.koppel.codec.cxml.CxmlOrderReader;
import org.koppel.codec.cxml.CxmlOrderResponseReader;
import org.koppel.codec.cxml.CxmlOrderResponseWriter;
import org.koppel.codec.cxml.CxmlOrderWriter;
import org.koppel.codec.edifact.EdifactD01BDespatchAdviceWriter;
import org.koppel.codec.edifact.EdifactD01BReader;
import org.koppel.codec.edifact.EdifactD96AInvoiceWriter;
import org.koppel.codec.edifact.EdifactD96AOrderResponseWriter;
import org.koppel.codec.edifact.EdifactD96AOrderWriter;
import org.koppel.codec.edifact.EdifactD96AReader;
import org.koppel.codec.ubl.UblDespatchAdviceReader;
import org.koppel.codec.ubl.UblDespatchAdviceWriter;
import org.koppel.codec.ubl.UblOrderReader;
import org.koppel.codec.ubl.UblOrderResponseReader;
import org.koppel.codec.ubl.UblOrderResponseWriter;
import org.koppel.codec.ubl.UblOrderWriter;
import org.koppel.codec.x12.X12DespatchAdviceWriter;
import org.koppel.codec.x12.X12InvoiceWriter;
import org.koppel.codec.x12.X12OrderResponseWriter;
import org.koppel.codec.x12.X12OrderWriter;
import org.koppel.codec.x12.X12Reader;
import org.koppel.document.DespatchAdvice;
import org.koppel.document.DespatchLine;
import org.koppel.document.Document;
import org.koppel.document.Invoice;
import org.koppel.document.InvoiceLine;
import org.koppel.document.Order;
import org.koppel.document.OrderLine;
import org.koppel.document.OrderResponse;
import org.koppel.document.OrderResponseLine;
import org.koppel.shared.Quantity;
import org.koppel.shared.UnitCode;

class UnitReadingTest {
    private static final UnitCode CARTON = new UnitCode("XCT");
    private static final String[] OPTIONS = {
        "units",
        "H87=KX,MTR=KY",
        "cxml.from",
        "DUNS:1",
        "cxml.to",
        "DUNS:2",
        "edifact.syntax",
        "UNOY",
        "x12.charset",
        "UTF-8"
    };

    @Test
    void whatWeWriteToAPartnerIsUnderstoodFromIt() {
        UnitReading units = reading("units", "XCT=KAR, XPX=PA");

        assertThat(units.meaning("KAR")).contains(CARTON);
        assertThat(units.meaning(" kar ")).as("whatever its case").contains(CARTON);
        assertThat(units.meaning("PA")).as("a package elsewhere").contains(new UnitCode("XPX"));
        assertThat(units.meaning("CT")).as("what nothing else was said of").contains(CARTON);
        assertThat(units.meaning("KARTON")).isEmpty();
    }

    @Test
    void whatWasAgreedOfReadingGoesBeforeWhatWeWrite() {
        assertThat(reading("units", "XCT=KAR", "unit.KAR", "XBX").meaning("KAR"))
                .contains(new UnitCode("XBX"));
    }

    @Test
    void aCodeThatIsAgreedForTwoUnitsIsNoneOfThem() {
        assertThat(reading("units", "XCT=BX,XPK=BX").meaning("BX")).isEmpty();
        assertThat(reading("units", "H87=ST,C62=ST").meaning("ST"))
                .as("both are the piece")
                .contains(UnitCode.PIECE);
    }

    @Test
    void noUnitIsThatOfTheArticle() {
        assertThat(reading().orAgreed(null)).contains(UnitCode.AGREED);
        assertThat(reading().orAgreed("MTR")).contains(new UnitCode("MTR"));
        assertThat(reading().meaning(null)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("formats")
    <T extends Document> void everyFormatReadsWhatItWrote(
            DocumentWriter<T> writer, DocumentReader<?> reader, T document) throws Exception {
        byte[] written = BackOfficeDocuments.written(writer, document, OPTIONS);

        T read = BackOfficeDocuments.<T>read(reader, written, OPTIONS).get(0);

        assertThat(new String(written, StandardCharsets.UTF_8)).containsPattern("KX|KY");
        assertThat(units(read)).isNotEmpty().containsExactlyInAnyOrderElementsOf(units(document));
    }

    private static Stream<Arguments> formats() {
        Order order = OutgoingOrders.anOrder();
        OrderResponse response = OrderResponses.aResponse().build();
        DespatchAdvice advice = DespatchAdvices.anAdvice();
        Invoice invoice = Invoices.anInvoice();
        return Stream.of(
                Arguments.of(new CxmlOrderWriter(), new CxmlOrderReader(), order),
                Arguments.of(new CxmlOrderResponseWriter(), new CxmlOrderResponseReader(), response),
                Arguments.of(new CxmlDespatchAdviceWriter(), new CxmlDespatchAdviceReader(), advice),
                Arguments.of(new CxmlInvoiceWriter(), new CxmlInvoiceReader(), invoice),
                Arguments.of(new UblOrderWriter(), new UblOrderReader(), order),
                Arguments.of(new UblOrderResponseWriter(), new UblOrderResponseReader(), response),
                Arguments.of(new UblDespatchAdviceWriter(), new UblDespatchAdviceReader(), advice),
                Arguments.of(new CebeoOrderWriter(), new CebeoOrderReader(), order),
                Arguments.of(new CebeoOrderResponseWriter(), new CebeoOrderResponseReader(), response),
                Arguments.of(new EdifactD96AOrderWriter(), new EdifactD96AReader(), order),
                Arguments.of(new EdifactD96AOrderResponseWriter(), new EdifactD96AReader(), response),
                Arguments.of(new EdifactD01BDespatchAdviceWriter(), new EdifactD01BReader(), advice),
                Arguments.of(new EdifactD96AInvoiceWriter(), new EdifactD96AReader(), invoice),
                Arguments.of(new X12OrderWriter(), new X12Reader(), order),
                Arguments.of(new X12OrderResponseWriter(), new X12Reader(), response),
                Arguments.of(new X12DespatchAdviceWriter(), new X12Reader(), advice),
                Arguments.of(new X12InvoiceWriter(), new X12Reader(), invoice));
    }

    private static List<UnitCode> units(Document document) {
        Stream<Quantity> quantities;
        if (document instanceof Order o) {
            quantities = o.lines().stream().map(OrderLine::quantity);
        } else if (document instanceof OrderResponse r) {
            quantities = r.lines().stream().map(OrderResponseLine::confirmed).filter(q -> q != null && !q.isZero());
        } else if (document instanceof DespatchAdvice d) {
            quantities = d.lines().stream().map(DespatchLine::delivered);
        } else {
            quantities = ((Invoice) document).lines().stream().map(InvoiceLine::quantity);
        }
        return quantities.map(Quantity::unit).toList();
    }

    private static UnitReading reading(String... options) {
        return options.length == 0
                ? UnitReading.USUAL
                : UnitReading.of(new FormatSettings(
                        "en",
                        options.length == 2
                                ? Map.of(options[0], options[1])
                                : Map.of(options[0], options[1], options[2], options[3])));
    }
}
