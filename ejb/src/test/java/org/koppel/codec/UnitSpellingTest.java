package org.koppel.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.koppel.codec.cebeo.CebeoOrderResponseWriter;
import org.koppel.codec.cxml.CxmlOrderResponseWriter;
import org.koppel.codec.edifact.EdifactD96AOrderResponseWriter;
import org.koppel.codec.ubl.CheckedPeppol;
import org.koppel.codec.ubl.UblDespatchAdviceWriter;
import org.koppel.codec.ubl.UblInvoiceWriter;
import org.koppel.codec.ubl.UblOrderResponseWriter;
import org.koppel.codec.x12.X12OrderResponseWriter;
import org.koppel.document.OrderResponse;
import org.koppel.shared.UnitCode;
import org.koppel.shared.Units;

class UnitSpellingTest {
    private static final OrderResponse RESPONSE = OrderResponses.aResponse().build();

    @Test
    void unitsAreSpeltAsAgreedAndEveryOtherAsUsual() throws Exception {
        UnitSpelling units = spelling("H87=ST, MTR=M");

        assertThat(units.of(new UnitCode("MTR"))).isEqualTo("M");
        assertThat(units.of(UnitCode.PIECE)).isEqualTo("ST");
        assertThat(units.of(new UnitCode("C62"))).as("one piece").isEqualTo("ST");
        assertThat(units.of(new UnitCode("XBX"))).isEqualTo("BX");
        assertThat(spelling("").of(UnitCode.PIECE)).isEqualTo("EA");
    }

    @Test
    void aUnitMayBeNamedByASynonym() throws Exception {
        assertThat(spelling("EA=ST").of(UnitCode.PIECE)).isEqualTo("ST");
        assertThat(spelling("PCE=ST").of(new UnitCode("C62"))).isEqualTo("ST");
        assertThat(spelling("CT=KAR").of(new UnitCode("XCT"))).isEqualTo("KAR");
    }

    @Test
    void eachCodeOfThePieceMayHaveItsOwn() throws Exception {
        UnitSpelling units = spelling("H87=ST,C62=EN");

        assertThat(units.of(UnitCode.PIECE)).isEqualTo("ST");
        assertThat(units.of(new UnitCode("C62"))).isEqualTo("EN");
        assertThat(spelling("C62=EN").of(UnitCode.PIECE)).isEqualTo("EN");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"H87", "H87=", "=ST", "H87:ST", "BARREL=BL", "XX9=Q", "H87=ST,H87=EA", "EA=ST,PCE=EA", "H87=S T!"
            })
    void whatIsNoListOfUnitsIsRefusedByItsName(String option) {
        assertThatThrownBy(() -> spelling(option))
                .asInstanceOf(type(DocumentException.class))
                .satisfies(e -> assertThat(e.problems())
                        .extracting(Problem::code, Problem::location)
                        .containsExactly(tuple("BAD_OPTION", "units")));
    }

    @Test
    void answersGoOutInTheBuyersUnits() throws Exception {
        assertThat(written(new CxmlOrderResponseWriter(), "cxml.from", "DUNS:1", "cxml.to", "DUNS:2"))
                .contains("<UnitOfMeasure>EA</UnitOfMeasure>");
        assertThat(written(
                        new CxmlOrderResponseWriter(), "cxml.from", "DUNS:1", "cxml.to", "DUNS:2", "units", "H87=ST"))
                .contains("<UnitOfMeasure>ST</UnitOfMeasure>")
                .doesNotContain("<UnitOfMeasure>EA</UnitOfMeasure>");
        assertThat(written(new CebeoOrderResponseWriter(), "units", "H87=ST"))
                .contains("<UnitOfMeasure>ST</UnitOfMeasure>");
        assertThat(written(new EdifactD96AOrderResponseWriter(), "edifact.syntax", "UNOY", "units", "H87=ST"))
                .contains(":ST'")
                .doesNotContain(":PCE'");
        assertThat(written(new X12OrderResponseWriter(), "x12.charset", "UTF-8", "units", "H87=PC"))
                .contains("*PC*")
                .doesNotContain("*EA*");
        assertThat(written(new UblOrderResponseWriter(), "units", "H87=ST"))
                .contains("unitCode=\"ST\"")
                .doesNotContain("unitCode=\"H87\"");
    }

    @Test
    void whatTheRulesOfPeppolJudgeKeepsToRec20() throws Exception {
        assertThat(written(CheckedPeppol.orderResponse(), "buyer-endpoint", "0088:5412345000006", "units", "H87=ST"))
                .contains("unitCode=\"H87\"")
                .doesNotContain("unitCode=\"ST\"");
    }

    @Test
    void theWeightOfAPackageIsInKilogramsWhateverTheUnitIsCalled() throws Exception {
        byte[] advice = BackOfficeDocuments.written(
                new UblDespatchAdviceWriter(), DespatchAdvices.anAdvice(), "units", "KGM=KG,H87=ST");

        assertThat(new String(advice, StandardCharsets.UTF_8))
                .contains("<cbc:Measure unitCode=\"KGM\">212.5<", "<cbc:DeliveredQuantity unitCode=\"ST\">");
    }

    @Test
    void anInvoiceThatSaysItKeepsToTheNormDoes() throws Exception {
        byte[] invoice = BackOfficeDocuments.written(new UblInvoiceWriter(), Invoices.anInvoice(), "units", "H87=ST");

        assertThat(new String(invoice, StandardCharsets.UTF_8)).doesNotContain("unitCode=\"ST\"");
    }

    private static UnitSpelling spelling(String option) throws DocumentException {
        return UnitSpelling.of(new FormatSettings("en", Map.of("units", option)), Units::each);
    }

    private static String written(DocumentWriter<OrderResponse> writer, String... options) throws Exception {
        return new String(BackOfficeDocuments.written(writer, RESPONSE, options), StandardCharsets.UTF_8);
    }
}
