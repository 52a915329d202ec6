package org.koppel.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.koppel.codec.BackOfficeDocuments.read;
import static org.koppel.codec.BackOfficeDocuments.written;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.koppel.codec.cebeo.CebeoOrderReader;
import org.koppel.codec.cebeo.CebeoOrderWriter;
import org.koppel.codec.cxml.CxmlOrderCancellationReader;
import org.koppel.codec.cxml.CxmlOrderCancellationWriter;
import org.koppel.codec.cxml.CxmlOrderChangeReader;
import org.koppel.codec.cxml.CxmlOrderChangeWriter;
import org.koppel.codec.cxml.CxmlOrderReader;
import org.koppel.codec.cxml.CxmlOrderWriter;
import org.koppel.codec.edifact.EdifactD01BOrderCancellationWriter;
import org.koppel.codec.edifact.EdifactD01BOrderChangeWriter;
import org.koppel.codec.edifact.EdifactD01BOrderWriter;
import org.koppel.codec.edifact.EdifactD01BReader;
import org.koppel.codec.edifact.EdifactD96AOrderCancellationWriter;
import org.koppel.codec.edifact.EdifactD96AOrderChangeWriter;
import org.koppel.codec.edifact.EdifactD96AOrderWriter;
import org.koppel.codec.edifact.EdifactD96AReader;
import org.koppel.codec.own.OwnXmlOrderReader;
import org.koppel.codec.own.OwnXmlOrderWriter;
import org.koppel.codec.report.OrderCancellationPdfWriter;
import org.koppel.codec.report.OrderChangePdfWriter;
import org.koppel.codec.report.OrderPdfWriter;
import org.koppel.codec.table.OrderCancellationCsvWriter;
import org.koppel.codec.table.OrderChangeCsvWriter;
import org.koppel.codec.table.OrderCsvWriter;
import org.koppel.codec.ubl.UblOrderCancellationReader;
import org.koppel.codec.ubl.UblOrderCancellationWriter;
import org.koppel.codec.ubl.UblOrderChangeReader;
import org.koppel.codec.ubl.UblOrderChangeWriter;
import org.koppel.codec.ubl.UblOrderReader;
import org.koppel.codec.ubl.UblOrderWriter;
import org.koppel.codec.x12.X12OrderCancellationWriter;
import org.koppel.codec.x12.X12OrderChangeWriter;
import org.koppel.codec.x12.X12OrderWriter;
import org.koppel.codec.x12.X12Reader;
import org.koppel.document.Document;
import org.koppel.document.Order;
import org.koppel.document.OrderCancellation;
import org.koppel.document.OrderChange;
import org.koppel.document.OrderLine;
import org.koppel.document.Reference;

/** What goes to a back office can be read again, in every format, as the same order. */
class OutgoingOrdersTest {
    /** Who is who in a channel of cXML; other formats have no use for it. */
    private static final String[] CHANNEL = {"cxml.from", "DUNS:123456789", "cxml.to", "DUNS:987654321"};

    private final Order order = OutgoingOrders.anOrder();

    static Stream<Arguments> orders() {
        return Stream.of(
                Arguments.of(new UblOrderWriter(), new UblOrderReader()),
                Arguments.of(new EdifactD96AOrderWriter(), new EdifactD96AReader()),
                Arguments.of(new EdifactD01BOrderWriter(), new EdifactD01BReader()),
                Arguments.of(new X12OrderWriter(), new X12Reader()),
                Arguments.of(new CxmlOrderWriter(), new CxmlOrderReader()),
                Arguments.of(new CebeoOrderWriter(), new CebeoOrderReader()),
                Arguments.of(new OwnXmlOrderWriter(), new OwnXmlOrderReader()));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void anOrderComesThrough(DocumentWriter<Order> writer, DocumentReader<?> reader) throws Exception {
        Order again = (Order) read(reader, written(writer, order, CHANNEL)).get(0);

        assertThat(again.number()).isEqualTo(order.number());
        assertThat(again.currency()).isEqualTo("EUR");
        assertThat(again.note()).isEqualTo("Lossen aan de poort");
        assertThat(again.shipTo().name()).isEqualTo("Werf Aalst");
        assertThat(again.shipTo().city()).isEqualTo("Aalst");
        if (!(writer instanceof CebeoOrderWriter)) {
            assertThat(again.buyer().gln()).isEqualTo("5412345000006");
            assertThat(again.requestedDelivery()).isEqualTo(order.requestedDelivery());
            assertThat(again.invoicee().gln()).isEqualTo("5412345000044");
            assertThat(again.references())
                    .filteredOn(r -> r.kind() == Reference.Kind.REQUISITION)
                    .extracting(Reference::value)
                    .containsExactly("BA-7");
        }
        assertThat(again.references()).extracting(Reference::value).contains("RK-88", "An Peeters");
        assertThat(again.lines()).extracting(OrderLine::number).containsExactly("10", "20");
        for (int i = 0; i < 2; i++) {
            OrderLine expected = order.lines().get(i);
            OrderLine line = again.lines().get(i);
            assertThat(line.item().sellersId()).isEqualTo(expected.item().sellersId());
            assertThat(line.item().buyersId()).isEqualTo(expected.item().buyersId());
            assertThat(line.item().gtin()).isEqualTo(expected.item().gtin());
            assertThat(line.quantity().value())
                    .isEqualByComparingTo(expected.quantity().value());
            assertThat(line.quantity().unit()).isEqualTo(expected.quantity().unit());
            assertThat(line.price().perOne().amount())
                    .isEqualByComparingTo(expected.price().perOne().amount());
            assertThat(line.requestedDelivery())
                    .isEqualTo(
                            writer instanceof CebeoOrderWriter && expected.requestedDelivery() == null
                                    ? order.requestedDelivery() // Cebeo has days of lines only
                                    : expected.requestedDelivery());
        }
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                Arguments.of(new UblOrderChangeWriter(), new UblOrderChangeReader()),
                Arguments.of(new EdifactD96AOrderChangeWriter(), new EdifactD96AReader()),
                Arguments.of(new EdifactD01BOrderChangeWriter(), new EdifactD01BReader()),
                Arguments.of(new X12OrderChangeWriter(), new X12Reader()),
                Arguments.of(new CxmlOrderChangeWriter(), new CxmlOrderChangeReader()));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void aChangeIsTheOrderAsItShallBe(DocumentWriter<OrderChange> writer, DocumentReader<?> reader) throws Exception {
        OrderChange again = (OrderChange)
                read(reader, written(writer, OutgoingOrders.aChange(), CHANNEL)).get(0);

        assertThat(again.complete()).isTrue();
        assertThat(again.content().number()).isEqualTo(order.number());
        assertThat(again.content().lines()).extracting(OrderLine::number).containsExactly("10");
    }

    static Stream<Arguments> cancellations() {
        return Stream.of(
                Arguments.of(new UblOrderCancellationWriter(), new UblOrderCancellationReader()),
                Arguments.of(new EdifactD96AOrderCancellationWriter(), new EdifactD96AReader()),
                Arguments.of(new EdifactD01BOrderCancellationWriter(), new EdifactD01BReader()),
                Arguments.of(new X12OrderCancellationWriter(), new X12Reader()),
                Arguments.of(new CxmlOrderCancellationWriter(), new CxmlOrderCancellationReader()));
    }

    @ParameterizedTest
    @MethodSource("cancellations")
    void aCancellationNamesItsOrder(DocumentWriter<OrderCancellation> writer, DocumentReader<?> reader)
            throws Exception {
        OrderCancellation again =
                (OrderCancellation) read(reader, written(writer, OutgoingOrders.aCancellation(), CHANNEL))
                        .get(0);

        assertThat(again.order()).isEqualTo(order.number());
        assertThat(again.note()).isEqualTo("Not needed");
    }

    @Test
    void tablesHaveARowForEachLineAndSayWhatBecomesOfTheOrder() throws Exception {
        assertThat(csv(new OrderCsvWriter(), order))
                .startsWith("order;action;message;revision;issued_on;customer;buyer_gln;")
                .contains("4711;NEW;4711;;2026-01-05;bouwgroep;5412345000006;BE0555444368;Bouwgroep De Smet"
                        + " nv;10;100001;")
                .contains(";MTR;500;82.50;100;EUR;487.50;2026-01-12;YARD;")
                .contains(";20;100234;", ";2026-01-20;YARD;");
        assertThat(csv(new OrderChangeCsvWriter(), OutgoingOrders.aChange())).contains("4711;CHANGE;4711-C1;1;");
        assertThat(csv(new OrderCancellationCsvWriter(), OutgoingOrders.aCancellation()))
                .contains("4711;CANCELLATION;4711-X2;2;2026-01-05;bouwgroep;");
    }

    @Test
    void aChangeOfSingleLinesIsRefusedWhereOnlyTheWholeIsWritten() {
        OrderChange whole = OutgoingOrders.aChange();
        OrderChange single = new OrderChange(whole.number(), "1", false, whole.content(), List.of());

        for (DocumentWriter<OrderChange> writer : List.of(
                new UblOrderChangeWriter(),
                new EdifactD96AOrderChangeWriter(),
                new X12OrderChangeWriter(),
                new CxmlOrderChangeWriter(),
                new OrderChangeCsvWriter(),
                new OrderChangePdfWriter())) {
            assertThatThrownBy(() -> written(writer, single)).hasMessageContaining("CHANGE_NOT_COMPLETE");
        }
    }

    @Test
    void peopleReadItAsPdf() throws Exception {
        assertThat(pdf(new OrderPdfWriter(), order, "nl"))
                .contains(
                        "Bestelling 4711", "Nieuw", "500 m", "82,50", "per 100 m", "€ 487,50", "gevraagd 20 jan. 2026")
                .contains("Bouwgroep De Smet nv", "Werf Aalst", "RK-88", "Lossen aan de poort");
        assertThat(pdf(new OrderChangePdfWriter(), OutgoingOrders.aChange(), "fr"))
                .contains("Commande modifiée 4711", "4711-C1", "Elle remplace");
        assertThat(pdf(new OrderCancellationPdfWriter(), OutgoingOrders.aCancellation(), "de"))
                .contains("Stornierte Bestellung 4711", "nichts mehr zu liefern", "Not needed");
        assertThat(pdf(new OrderPdfWriter(), order, "en")).contains("Order 4711", "This order is to be delivered.");
    }

    private static <T extends Document> String csv(DocumentWriter<T> writer, T document) throws Exception {
        return new String(written(writer, document), StandardCharsets.UTF_8);
    }

    private static <T extends Document> String pdf(DocumentWriter<T> writer, T document, String language)
            throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.write(document, FormatSettings.in(language), out);
        try (PDDocument pdf = Loader.loadPDF(out.toByteArray())) {
            return new PDFTextStripper()
                    .getText(pdf)
                    .replace('\u00a0', ' ')
                    .replace('\u202f', ' ')
                    .replaceAll("\\s+", " ");
        }
    }
}
