package org.koppel.codec.ubl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.koppel.codec.DespatchAdvices;
import org.koppel.codec.DocumentWriter;
import org.koppel.codec.FormatSettings;
import org.koppel.document.DespatchAdvice;

class DespatchAdviceWriterTest {

    @Test
    void itPassesTheOfficialRulesAndSaysWhatIsInWhichPackage() throws Exception {
        PeppolDespatchAdviceWriter writer = new PeppolDespatchAdviceWriter();
        writer.rules = new PeppolRules();

        assertThat(written(writer))
                .contains("trns:despatch_advice:3", "<cbc:ID>DA-4711-1</cbc:ID>")
                .contains(
                        "<cbc:DeliveredQuantity unitCode=\"H87\">12</cbc:DeliveredQuantity>",
                        "<cbc:OutstandingQuantity unitCode=\"H87\">8</cbc:OutstandingQuantity>",
                        "<cbc:LineID>30</cbc:LineID>",
                        "<cbc:ID schemeID=\"SSCC\">354123450000000014</cbc:ID>"
                                + "<cbc:TransportHandlingUnitTypeCode>PX</cbc:TransportHandlingUnitTypeCode>"
                                + "<cac:MeasurementDimension><cbc:AttributeID>AAB</cbc:AttributeID>"
                                + "<cbc:Measure unitCode=\"KGM\">212.5</cbc:Measure></cac:MeasurementDimension>");
    }

    @Test
    void plainUblSaysTheSameWithoutThePeppolIds() throws Exception {
        assertThat(written(new UblDespatchAdviceWriter()))
                .contains("<cbc:ID>DA-4711-1</cbc:ID>", "<cbc:ActualDespatchDate>2026-01-12</cbc:ActualDespatchDate>")
                .doesNotContain("peppol");
    }

    private static String written(DocumentWriter<DespatchAdvice> writer) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.write(DespatchAdvices.anAdvice(), FormatSettings.DEFAULT, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
