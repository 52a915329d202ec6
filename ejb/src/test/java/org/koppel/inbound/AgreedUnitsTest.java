package org.koppel.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The units of a message are those that its sender agreed on, from the door to the document, on a real PostgreSQL. */
class AgreedUnitsTest {
    private final InboundDesk desk = new InboundDesk();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aUnitThatNobodyAgreedOnIsRefused() {
        assertThat(desk.post(order("KAR"))).isEqualTo("REJECTED");
    }

    @Test
    void aUnitThatWeWriteToTheSenderIsTakenFromIt() {
        desk.confirmingIn("XCT=KAR");

        assertThat(desk.post(order("KAR"))).isEqualTo("RECEIVED");
        assertThat(desk.fetch("order.edi", order("KAR", "2"))).isEqualTo("SPLIT");
    }

    @Test
    void itIsTheSameWhereTheMessageItselfSaysWhoSendsIt() {
        assertThat(desk.postByAStranger(order("KAR"))).isEqualTo("REJECTED");

        desk.confirmingIn("XCT=KAR");

        assertThat(desk.postByAStranger(order("KAR", "2"))).isEqualTo("RECEIVED");
    }

    @Test
    void aUnitThatTheDeskAgreedForTheSendersFilesCountsInEveryFormat() {
        desk.agreeing(Map.of("unit.KAR", "XCT"));

        assertThat(desk.post(order("KAR"))).isEqualTo("RECEIVED");
    }

    private static byte[] order(String unit) {
        return order(unit, "1");
    }

    private static byte[] order(String unit, String number) {
        return new String(InboundDesk.golden("edifact/order-minimal.edi"), StandardCharsets.ISO_8859_1)
                .replace("QTY+21:5:PCE", "QTY+21:5:" + unit)
                .replace("2026112100001", number)
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
