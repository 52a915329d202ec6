package org.koppel.codec.cxml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.koppel.codec.DespatchAdvices;
import org.koppel.codec.FormatSettings;

class ShipNoticeTest {

    @Test
    void aDespatchIsAValidShipNotice() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new CxmlDespatchAdviceWriter()
                .write(
                        DespatchAdvices.anAdvice(),
                        new FormatSettings("nl", Map.of("cxml.from", "DUNS:1", "cxml.to", "DUNS:2")),
                        out);
        String xml = out.toString(StandardCharsets.UTF_8);

        CxmlDtd.valid(xml);
        assertThat(xml)
                .contains("shipmentID=\"DA-4711-1\"", "fulfillmentType=\"partial\"", "<ShipmentIdentifier>T-123<")
                .contains(
                        "<ShipNoticeItem quantity=\"12\" lineNumber=\"30\">",
                        "<ShippingContainerSerialCode>354123450000000014</ShippingContainerSerialCode>",
                        "<Extrinsic name=\"Project\">Z-1</Extrinsic>",
                        "<DocumentReference payloadID=\"payload-1\"");
    }
}
