package org.koppel.codec.ubl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.koppel.codec.DocumentException;
import org.koppel.codec.DocumentReader;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.Problem;
import org.koppel.document.Document;
import org.koppel.document.OrderCancellation;
import org.koppel.document.OrderChange;
import org.koppel.document.OrderChangeLine;
import org.koppel.document.OrderChangeLine.Action;
import org.koppel.platform.Json;
import org.koppel.shared.DocumentNumber;
import org.koppel.shared.Quantity;

class OrderChangeTest {

    @Test
    void theGoldenFilesAreGoodPeppol() throws Exception {
        PeppolRules rules = new PeppolRules();

        assertThat(rules.check(PeppolDocument.ORDER_CHANGE, bytes("order-change.xml")))
                .noneMatch(PeppolFinding::fatal);
        assertThat(rules.check(PeppolDocument.ORDER_CANCELLATION, bytes("order-cancellation.xml")))
                .noneMatch(PeppolFinding::fatal);
    }

    @Test
    void aChangeNamesOnlyWhatBecomesOtherwise() throws Exception {
        OrderChange change = read(new PeppolOrderChangeReader(), bytes("order-change.xml"));

        assertThat(change.number()).isEqualTo(new DocumentNumber("CH-1"));
        assertThat(change.revision()).isEqualTo("2");
        assertThat(change.complete()).isFalse();
        assertThat(change.content().number()).isEqualTo(new DocumentNumber("4711"));
        assertThat(change.content().note()).isEqualTo("Later, please");
        assertThat(change.lines())
                .extracting(OrderChangeLine::number, OrderChangeLine::action)
                .containsExactly(tuple("10", Action.CHANGE), tuple("20", Action.REMOVE), tuple("30", Action.ADD));
        assertThat(change.lines().get(0).line().quantity()).isEqualTo(Quantity.of("24", "H87"));
        assertThat(Json.read(Json.write(change), OrderChange.class)).isEqualTo(change);
    }

    @Test
    void aDeletedLineMayBeOfNothing() throws Exception {
        String change = new String(bytes("order-change.xml"), StandardCharsets.UTF_8);
        String nothing = change.replaceFirst(
                "(<cbc:LineStatusCode>2</cbc:LineStatusCode>\\s*<cbc:Quantity unitCode=\"H87\">)1<", "$10<");

        assertThat(nothing).contains("<cbc:Quantity unitCode=\"H87\">0<");
        assertThat(read(new PeppolOrderChangeReader(), nothing.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(read(new PeppolOrderChangeReader(), bytes("order-change.xml")));
    }

    @Test
    void withoutLineStatusesItIsTheWholeOrder() throws Exception {
        String plain = new String(bytes("order-change.xml"), StandardCharsets.UTF_8)
                .replaceAll("<cbc:LineStatusCode>.</cbc:LineStatusCode>", "")
                .replaceAll("<cbc:(CustomizationID|ProfileID)>[^<]*</cbc:(CustomizationID|ProfileID)>", "");

        OrderChange change = read(new UblOrderChangeReader(), plain.getBytes(StandardCharsets.UTF_8));

        assertThat(change.complete()).isTrue();
        assertThat(change.content().lines()).hasSize(4);
    }

    @Test
    void onlyLinesThatAreWantedAreAskedForTheirScheduleAndPrice() throws Exception {
        String parts = "<cac:Delivery><cbc:Quantity unitCode=\"H87\">0.5</cbc:Quantity></cac:Delivery>"
                + "<cac:Price><cbc:PriceAmount currencyID=\"EUR\">4.50</cbc:PriceAmount>"
                + "<cbc:BaseQuantity unitCode=\"KGM\">1</cbc:BaseQuantity></cac:Price>";
        String change = new String(bytes("order-change.xml"), StandardCharsets.UTF_8);

        for (String line : List.of("20", "40")) { // goes away, stays
            byte[] asBefore = change.replace("<cbc:ID>" + line + "</cbc:ID>", "<cbc:ID>" + line + "</cbc:ID>" + parts)
                    .getBytes(StandardCharsets.UTF_8);
            assertThat(read(new UblOrderChangeReader(), asBefore))
                    .isEqualTo(read(new UblOrderChangeReader(), bytes("order-change.xml")));
        }
        byte[] changed = change.replace("<cbc:ID>10</cbc:ID>", "<cbc:ID>10</cbc:ID>" + parts)
                .getBytes(StandardCharsets.UTF_8);
        assertThat(catchThrowableOfType(DocumentException.class, () -> read(new UblOrderChangeReader(), changed))
                        .problems())
                .extracting(Problem::code)
                .containsExactly("UNSUPPORTED_VALUE", "UNSUPPORTED_VALUE");
    }

    @Test
    void aCancellationTakesTheOrderBack() throws Exception {
        assertThat(read(new PeppolOrderCancellationReader(), bytes("order-cancellation.xml")))
                .isEqualTo(new OrderCancellation(
                        new DocumentNumber("CA-1"),
                        null,
                        OffsetDateTime.parse("2026-11-21T10:31:00Z"),
                        new DocumentNumber("4711"),
                        false,
                        "Ordered by mistake"));
    }

    @Test
    void theOrderThatIsMeantMustBeNamed() throws Exception {
        for (String file : List.of("order-change.xml", "order-cancellation.xml")) {
            byte[] nameless = new String(bytes(file), StandardCharsets.UTF_8)
                    .replaceAll("(?s)<cac:OrderReference>.*?</cac:OrderReference>", "")
                    .getBytes(StandardCharsets.UTF_8);
            DocumentReader<?> reader =
                    file.contains("change") ? new UblOrderChangeReader() : new UblOrderCancellationReader();

            DocumentException refused = catchThrowableOfType(DocumentException.class, () -> read(reader, nameless));

            assertThat(refused.problems())
                    .extracting(Problem::code, Problem::location)
                    .containsExactly(tuple("MISSING_FIELD", "OrderReference/ID"));
        }
    }

    @Test
    void theEnvelopeKnowsWhatItIs() throws Exception {
        PeppolEnvelopeReader envelope = new PeppolEnvelopeReader();

        assertThat(envelope.recognises(null, bytes("order-change.xml"))).isTrue();
        assertThat(envelope.read(new ByteArrayInputStream(bytes("order-change.xml")))
                        .documentClass())
                .contains(OrderChange.class);
        assertThat(envelope.read(new ByteArrayInputStream(bytes("order-cancellation.xml")))
                        .documentClass())
                .contains(OrderCancellation.class);
    }

    private static <T extends Document> T read(DocumentReader<T> reader, byte[] content) throws Exception {
        List<T> documents = new ArrayList<>();
        reader.read(new ByteArrayInputStream(content), FormatSettings.DEFAULT, documents::add);
        return documents.get(0);
    }

    private static byte[] bytes(String file) throws Exception {
        try (InputStream in = OrderChangeTest.class.getResourceAsStream("/golden/ubl/" + file)) {
            return in.readAllBytes();
        }
    }
}
