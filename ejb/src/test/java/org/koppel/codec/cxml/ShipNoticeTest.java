package org.koppel.codec.cxml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.koppel.codec.DespatchAdvices;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FormatSettings;

class ShipNoticeTest {

    private static String written(Map<String, String> options) throws Exception {
        Map<String, String> all = new HashMap<>(Map.of("cxml.from", "DUNS:1", "cxml.to", "DUNS:2"));
        all.putAll(options);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new CxmlDespatchAdviceWriter().write(DespatchAdvices.anAdvice(), new FormatSettings("nl", all), out);
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

    @ParameterizedTest
    @ValueSource(strings = {"cxml.from", "cxml.to", "cxml.sender"})
    void whoIsNamedByADomainAloneIsNobody(String option) {
        assertThatThrownBy(() -> written(Map.of(option, "DUNS: ")))
                .isInstanceOf(DocumentException.class)
                .hasMessageContaining(option)
                .hasMessageContaining("DOMAIN:identity");
    }
}
