package org.koppel.codec.edifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.koppel.codec.ControlNumber;
import org.koppel.codec.DocumentException;
import org.koppel.codec.DocumentWriter;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.OrderResponses;
import org.koppel.document.Document;
import org.koppel.document.InterchangeReceipt;
import org.koppel.document.InterchangeReceipt.Fault;
import org.koppel.document.Order;
import org.koppel.document.OrderResponse;
import org.koppel.document.OrderResponseLine;
import org.koppel.document.Reference;

class EdifactAnswersTest {
    private static final OffsetDateTime SATURDAY = OffsetDateTime.parse("2026-11-21T10:00:00Z");
    private static final FormatSettings AGREED = new FormatSettings(
            "en",
            Map.of(
                    "edifact.syntax",
                    "UNOY",
                    "edifact.sender",
                    "SUPPLIER:14",
                    "edifact.recipient",
                    "EDIPLUS:14",
                    ControlNumber.OPTION,
                    "77"));

    @Test
    void theReferencesOfAnOrderComeBackUnchanged() throws Exception {
        Order order = EdifactGolden.read("order-full.edi").orders.get(0);
        OrderResponse plain = OrderResponses.aResponse().build();
        OrderResponse response = answering(plain, order);

        String written = write(new EdifactD96AOrderResponseWriter(), response, FormatSettings.DEFAULT);

        assertThat(written)
                .contains(
                        "RFF+ON:4500?+77'",
                        "RFF+CT:RV-2026'",
                        "RFF+ADE:KST 4711'",
                        "RFF+AGI:BANF 0815'",
                        "RFF+PL:PREIS-9'",
                        "RFF+ON:ALT?'1:20'",
                        "RFF+IT:K-100'",
                        "LOC+7+RAMPE-3'",
                        "RFF+ADE:KST 4712'",
                        "RFF+ZZZ:Projekt X'",
                        "LOC+7+RAUM-12'");
        assertThat(between(written, "NAD+BY", "NAD+SU")).contains("RFF+IT:K-100'");
        assertThat(between(written, "NAD+DP", "NAD+IV")).contains("LOC+7+RAMPE-3'");
    }

    @Test
    void everyDirectoryIsWrittenUnderItsOwnVersion() throws Exception {
        assertThat(write(
                        new EdifactD01BOrderResponseWriter(),
                        OrderResponses.aResponse().build(),
                        AGREED))
                .contains("UNH+1+ORDRSP:D:01B:UN:EAN009'");
    }

    @Test
    void aUnitThatIsLeftToTheArticleIsLeftOutAndAGtinIsNamedAsItsDirectoryHasIt() throws Exception {
        String small = new String(EdifactGolden.bytes("order-minimal.edi"), StandardCharsets.ISO_8859_1);
        Order order = EdifactGolden.read(
                        small.replace("QTY+21:5:PCE'", "QTY+21:5'").getBytes(StandardCharsets.ISO_8859_1))
                .orders
                .get(0);

        assertThat(write(new EdifactD96AOrderWriter(), order, AGREED))
                .contains("LIN+1++4012345678901:EN'", "QTY+21:5'");
        assertThat(write(new EdifactD01BOrderWriter(), order, AGREED)).contains("LIN+1++4012345678901:SRV'");
    }

    @Test
    void aCharacterThatTheCharsetLacksIsNamedAndNothingIsWritten() {
        OrderResponse response = OrderResponses.aResponse().build();

        assertThatThrownBy(() -> write(new EdifactD96AOrderResponseWriter(), response, FormatSettings.DEFAULT))
                .isInstanceOf(DocumentException.class)
                .hasMessageContaining("UNMAPPABLE_CHARACTER at segment RFF")
                .hasMessageContaining("ISO-8859-1 has no \"Ł\"");
    }

    @Test
    void aReferenceThatIsTooLongIsNamedAndNothingIsWritten() {
        OrderResponse response = OrderResponses.aResponse().build();
        Reference tooLong = Reference.of(Reference.Kind.CONTRACT, "R".repeat(36));

        assertThatThrownBy(() -> write(
                        new EdifactD96AOrderResponseWriter(),
                        with(response, List.of(tooLong), response.lines()),
                        AGREED))
                .isInstanceOf(DocumentException.class)
                .hasMessageContaining("ELEMENT_TOO_LONG")
                .hasMessageContaining("RFF, element 1, component 2");
    }

    @Test
    void aFileOfALineHasNoPlaceInTheMessage() throws Exception {
        OrderResponse response = OrderResponses.aResponse().build();
        Reference file = new Reference(Reference.Kind.ATTACHMENT, "CT", "file-4711");
        assertThat(write(new EdifactD96AOrderResponseWriter(), with(response, List.of(file), response.lines()), AGREED))
                .isEqualTo(write(
                        new EdifactD96AOrderResponseWriter(), with(response, List.of(), response.lines()), AGREED));
    }

    @Test
    void contrlNamesTheWrongMessageAndLeavesItsNeighboursAlone() throws Exception {
        InterchangeReceipt receipt =
                EdifactGolden.read("interchange-one-bad.edi").receipt.at(SATURDAY);

        assertThat(write(new EdifactD96AReceiptWriter(), receipt, AGREED))
                .startsWith("UNA:+.? 'UNB+UNOY:3+SUPPLIER:14+EDIPLUS:14+261121:1000+77'")
                .contains("UNH+1+CONTRL:D:3:UN:EAN002'UCI+2026112100001+EDIPLUS:14+SUPPLIER:14+7'")
                .contains("UCM+2+ORDERS:D:96A:UN:EAN008+4'UCS+6'UCD+21+1:2'UCD+12+1:2'UCS+7'UCD+26+1'")
                .doesNotContain("UCM+1+", "UCM+3+")
                .endsWith("UNT+12+1'UNZ+1+77'");
    }

    @Test
    void contrlSaysThatAllWasTaken() throws Exception {
        InterchangeReceipt receipt =
                EdifactGolden.read("order-minimal.edi").receipt.at(SATURDAY);

        assertThat(write(new EdifactD96AReceiptWriter(), receipt, AGREED))
                .contains("UCI+2026112100001+EDIPLUS:14+SUPPLIER:14+7'UNT+3+1'");
    }

    @Test
    void contrlRefusesAnInterchangeWithWrongReferencesAsAWhole() throws Exception {
        String text = new String(EdifactGolden.bytes("order-minimal.edi"), StandardCharsets.ISO_8859_1)
                .replace("UNZ+1+2026112100001", "UNZ+1+9");
        InterchangeReceipt receipt = EdifactGolden.read(text.getBytes(StandardCharsets.ISO_8859_1)).receipt;

        assertThat(write(new EdifactD96AReceiptWriter(), receipt.at(SATURDAY), AGREED))
                .contains("UCI+2026112100001+EDIPLUS:14+SUPPLIER:14+4+28+UNZ+2'UNT+3+1'");
    }

    @Test
    void contrlNamesADuplicate() throws Exception {
        InterchangeReceipt receipt =
                EdifactGolden.read("order-minimal.edi").receipt.at(SATURDAY);
        Fault duplicate = new Fault("DUPLICATE", "", 0, 0, 0, null, "came before");

        assertThat(write(new EdifactD96AReceiptWriter(), receipt.refusedFor(duplicate), AGREED))
                .contains("UCI+2026112100001+EDIPLUS:14+SUPPLIER:14+4+26'");
    }

    private static OrderResponse answering(OrderResponse response, Order order) {
        List<OrderResponseLine> lines = response.lines().stream()
                .map(l -> new OrderResponseLine(
                        l.number(),
                        l.status(),
                        l.item(),
                        l.ordered(),
                        l.confirmed(),
                        l.deliveryDate(),
                        l.backordered(),
                        l.backorderDate(),
                        l.price(),
                        l.orderedPrice(),
                        l.amount(),
                        l.taxPercent(),
                        l.note(),
                        l.reasons(),
                        order.lines().get(0).references()))
                .toList();
        OrderResponse with = with(response, order.references(), lines);
        return new OrderResponse(
                with.number(),
                with.issuedAt(),
                order.number(),
                order.issuedAt(),
                null,
                with.status(),
                with.currency(),
                with.language(),
                false,
                with.seller(),
                with.buyer(),
                with.invoicee(),
                with.shipTo(),
                with.note(),
                with.references(),
                with.reasons(),
                with.lines(),
                with.taxSubtotals(),
                with.net(),
                with.tax(),
                with.gross(),
                null,
                null);
    }

    private static OrderResponse with(OrderResponse r, List<Reference> references, List<OrderResponseLine> lines) {
        return new OrderResponse(
                r.number(),
                r.issuedAt(),
                r.order(),
                r.orderIssuedAt(),
                null,
                r.status(),
                r.currency(),
                r.language(),
                r.test(),
                r.seller(),
                r.buyer(),
                r.invoicee(),
                r.shipTo(),
                r.note(),
                references,
                r.reasons(),
                lines,
                r.taxSubtotals(),
                r.net(),
                r.tax(),
                r.gross(),
                null,
                null);
    }

    private static String between(String text, String from, String to) {
        return text.substring(text.indexOf(from), text.indexOf(to));
    }

    private static <T extends Document> String write(DocumentWriter<T> writer, T document, FormatSettings settings)
            throws DocumentException, IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.write(document, settings, out);
        boolean utf8 = settings.option("edifact.syntax", "UNOC").equals("UNOY");
        return out.toString(utf8 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
    }
}
