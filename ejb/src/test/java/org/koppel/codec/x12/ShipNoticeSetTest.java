package org.koppel.codec.x12;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.koppel.codec.ControlNumber;
import org.koppel.codec.DespatchAdvices;
import org.koppel.codec.FormatSettings;

class ShipNoticeSetTest {

    @Test
    void aDespatchIsATreeOfShipmentOrderPackagesAndItems() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new X12DespatchAdviceWriter()
                .write(DespatchAdvices.anAdvice(), new FormatSettings("nl", Map.of(ControlNumber.OPTION, "77")), out);

        assertThat(out.toString(StandardCharsets.ISO_8859_1))
                .contains("GS*SH*", "ST*856*0001~BSN*00*DA-4711-1*20260112*1430*0001~HL*1**S~TD5**2*SNEL**Snel & Co~")
                .contains("REF*CN*T-123~DTM*011*20260112~DTM*017*20260113~N1*SF*Elektro Vermeulen bv*UL*5412345999997~")
                .contains("HL*2*1*O~PRF*4711***20260104~REF*RQ*BA-7~")
                .contains(
                        "HL*3*2*P~TD1*PLT*1****G*212.5*KG~MAN*GM*00354123450000000014~HL*4*3*I~LIN*10*VN*100001*BP*B-1*EN*5412345678908~"
                                + "SN1*10*500*EA~PID*F****Installatiekabel~")
                .contains("HL*5*2*I~LIN*30*VN*100002*")
                .contains("CTT*5~");
    }
}
