package org.koppel.codec.cxml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.koppel.codec.BackOfficeDocuments;
import org.koppel.codec.DespatchAdvices;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FormatSettings;
import org.koppel.document.DespatchAdvice;
import org.koppel.document.DespatchLine;

class ShipNoticeTest {

    private static String written(Map<String, String> options) throws Exception {
        return written(DespatchAdvices.anAdvice(), options);
    }

    private static String written(DespatchAdvice advice, Map<String, String> options) throws Exception {
        Map<String, String> all = new HashMap<>(Map.of("cxml.from", "DUNS:1", "cxml.to", "DUNS:2"));
        all.putAll(options);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new CxmlDespatchAdviceWriter().write(advice, new FormatSettings("nl", all), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aDespatchIsAValidShipNotice() throws Exception {
        String xml = written(Map.of());

        CxmlDtd.valid(xml);
        assertThat(xml)
                .contains("shipmentID=\"DA-4711-1\"", "fulfillmentType=\"partial\"", "<ShipmentIdentifier>T-123<")
                .contains(
                        "<ShipNoticeItem quantity=\"12\" lineNumber=\"30\">",
                        "<ShippingContainerSerialCode>354123450000000014</ShippingContainerSerialCode>",
                        "<Extrinsic name=\"Project\">Z-1</Extrinsic>",
                        "<DocumentReference payloadID=\"payload-1\"");
    }

    @Test
    void anOldVersionGetsNoNumberOfTheBuyer() throws Exception {
        assertThat(written(Map.of())).contains("<BuyerPartID>");

        String old = written(Map.of("dtd", "1.2.014"));

        CxmlDtd.valid(old);
        assertThat(old).contains("/1.2.014/Fulfill.dtd").doesNotContain("BuyerPartID");
    }

    @Test
    void aLineHasItsNoteAndReferencesAndItsPackageTheWeight() throws Exception {
        DespatchAdvice advice = withNotes(DespatchAdvices.anAdvice());

        String xml = written(advice, Map.of());

        CxmlDtd.valid(xml);
        assertThat(xml)
                .contains(
                        "<PackagingCode xml:lang=\"en\">PX</PackagingCode><Dimension quantity=\"212.5\" type=\"grossWeight\">"
                                + "<UnitOfMeasure>KGM</UnitOfMeasure></Dimension><ShippingContainerSerialCode>")
                .contains(
                        "<Comments xml:lang=\"nl\">Regel 30</Comments><Extrinsic name=\"WBS\">P-88.1</Extrinsic></ShipNoticeItem>");
        DespatchAdvice read = (DespatchAdvice)
                BackOfficeDocuments.read(new CxmlDespatchAdviceReader(), xml.getBytes(StandardCharsets.UTF_8))
                        .get(0);
        assertThat(read.packages()).isEqualTo(advice.packages());
        assertThat(read.lines()).extracting(DespatchLine::note).containsExactly("Regel 10", "Regel 30");
        assertThat(read.lines().get(0).references())
                .extracting(r -> r.name() + ' ' + r.value())
                .containsExactly("WBS P-88.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2.014", "1.2.037", "1.2.049"})
    void anOlderVersionGetsTheShapeThatItKnows(String version) throws Exception {
        String xml = written(withNotes(DespatchAdvices.anAdvice()), Map.of("dtd", version));

        CxmlDtd.valid(xml);
        assertThat(xml)
                .contains("<PackagingCode xml:lang=\"en\">PX</PackagingCode><ShippingContainerSerialCode>")
                .doesNotContain("Dimension", "Regel 30", "P-88.1");
    }

    @Test
    void theFirstVersionWithAllOfItGetsAllOfIt() throws Exception {
        String xml = written(withNotes(DespatchAdvices.anAdvice()), Map.of("dtd", "1.2.050"));

        CxmlDtd.valid(xml);
        assertThat(xml).contains("<Dimension", "Regel 30", "P-88.1");
    }

    @ParameterizedTest
    @CsvSource({"LBR,", "KGM,212.5", "KG,212.5", "nonsense,"})
    void onlyKilogramsAreRead(String unit, BigDecimal kilograms) throws Exception {
        String xml = written(Map.of()).replace(">KGM<", '>' + unit + '<');

        DespatchAdvice read = (DespatchAdvice)
                BackOfficeDocuments.read(new CxmlDespatchAdviceReader(), xml.getBytes(StandardCharsets.UTF_8))
                        .get(0);

        assertThat(read.packages().get(0).grossKilograms()).isEqualTo(kilograms);
    }

    @Test
    void aWeightBelowNothingIsRefused() throws Exception {
        byte[] wrong = written(Map.of()).replace("\"212.5\"", "\"-1\"").getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> BackOfficeDocuments.read(new CxmlDespatchAdviceReader(), wrong))
                .isInstanceOf(DocumentException.class)
                .hasMessageContaining("NUMBER_OUT_OF_RANGE at line 10, ShipNoticeItem/Packaging/Dimension/@quantity");
    }

    private static DespatchAdvice withNotes(DespatchAdvice a) {
        List<DespatchLine> lines = a.lines().stream()
                .map(l -> new DespatchLine(
                        l.number(),
                        l.orderLine(),
                        l.item(),
                        l.delivered(),
                        l.outstanding(),
                        l.sscc(),
                        "Regel " + l.orderLine(),
                        l.references()))
                .toList();
        return DespatchAdvices.of(lines);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cxml.from", "cxml.to", "cxml.sender"})
    void whoIsNamedByADomainAloneIsNobody(String option) {
        assertThatThrownBy(() -> written(Map.of(option, "DUNS: ")))
                .isInstanceOf(DocumentException.class)
                .hasMessageContaining(option)
                .hasMessageContaining("DOMAIN:identity");
    }
}
