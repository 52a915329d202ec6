package org.koppel.codec.cxml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.OrderResponses;
import org.koppel.codec.Problem;
import org.koppel.document.Item;
import org.koppel.document.LineStatus;
import org.koppel.document.OrderResponse;
import org.koppel.document.OrderResponseLine;
import org.koppel.document.Price;
import org.koppel.shared.Money;
import org.koppel.shared.Quantity;
import org.koppel.shared.UnitCode;
import org.koppel.shared.Units;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class ConfirmationRequestTest {
    private static final FormatSettings AGREED = new FormatSettings(
            "nl",
            Map.of(
                    "cxml.from", "DUNS:123456789",
                    "cxml.to", "NetworkID:AN01000000001",
                    "cxml.secret", "open <sesame>"));

    @Test
    void theStatusesOfALineAddUpToWhatWasOrdered() throws Exception {
        Element root = CxmlDtd.valid(written(OrderResponses.aResponse().build()));

        NodeList items = root.getElementsByTagName("ConfirmationItem");
        assertThat(items.getLength()).isPositive();
        for (int i = 0; i < items.getLength(); i++) {
            Element item = (Element) items.item(i);
            NodeList statuses = item.getElementsByTagName("ConfirmationStatus");
            BigDecimal sum = BigDecimal.ZERO;
            for (int s = 0; s < statuses.getLength(); s++) {
                sum = sum.add(new BigDecimal(((Element) statuses.item(s)).getAttribute("quantity")));
            }
            assertThat(sum).isEqualByComparingTo(item.getAttribute("quantity"));
        }
    }

    @Test
    void aRefusedOrderIsARejectionOfEachLineSinceARejectionOfTheWholeListsNone() throws Exception {
        OrderResponseLine refused = OrderResponses.aResponse().build().lines().get(3);
        String byLine = written(OrderResponses.aResponse()
                .with(LineStatus.REJECTED)
                .lines(List.of(refused))
                .build());
        String whole = written(OrderResponses.aResponse()
                .with(LineStatus.REJECTED)
                .lines(List.of())
                .build());

        CxmlDtd.valid(byLine);
        CxmlDtd.valid(whole);
        assertThat(byLine).contains("operation=\"new\" type=\"detail\"", "<ConfirmationItem", "type=\"reject\"");
        assertThat(whole).contains("operation=\"new\" type=\"reject\"").doesNotContain("<ConfirmationItem");
    }

    @Test
    void aChangedPriceIsSaidAlsoWherePartOfTheLineFollows() throws Exception {
        String xml = item(line(LineStatus.BACKORDERED, "20", "12", "8", price("6.25", "1"), price("5.95", "1")));

        assertThat(xml)
                .contains("quantity=\"12\" type=\"detail\"", "quantity=\"8\" type=\"backordered\"")
                .contains("<Comments xml:lang=\"nl\">6.25 EUR / 1 " + Units.each(UnitCode.PIECE));
        assertThat(prices(xml)).containsExactly("6.25", "6.25");
    }

    @Test
    void aPriceIsSaidForAsManyUnitsAsItWasOrderedFor() throws Exception {
        OrderResponseLine forOne =
                line(LineStatus.CHANGED, "200", "200", "0", price("0.0625", "1"), price("5.95", "100"));
        OrderResponseLine forMany =
                line(LineStatus.CHANGED, "200", "200", "0", price("6.25", "100"), price("0.06", "1"));
        OrderResponseLine asIfNone = line(LineStatus.CHANGED, "200", "200", "0", price("6.25", "100"), null);

        assertThat(prices(item(forOne))).containsExactly("6.25");
        assertThat(prices(item(forMany))).containsExactly("0.0625");
        assertThat(prices(item(asIfNone))).containsExactly("0.0625");
    }

    @Test
    void aPriceThatIsTheOrderedOneIsNoChange() throws Exception {
        Price ordered = price("5.95", "100");

        for (Price same : List.of(ordered, price("0.0595", "1"), price("5.950", "100"), price("59.50", "1000"))) {
            String less = item(line(LineStatus.CHANGED, "20", "12", "0", same, ordered));
            String later = item(line(LineStatus.BACKORDERED, "20", "12", "8", same, ordered));

            assertThat(less).contains("quantity=\"12\" type=\"accept\"", "quantity=\"8\" type=\"reject\"");
            assertThat(later).contains("quantity=\"12\" type=\"accept\"").doesNotContain(" / ");
            assertThat(prices(less + later)).isEmpty();
        }
    }

    @Test
    void anotherDayIsADetailOfItsOwn() throws Exception {
        OrderResponseLine line = line(LineStatus.CHANGED, "20", "20", "0", price("5.95", "1"), price("5.95", "1"));

        assertThat(item(line)).contains("type=\"detail\" deliveryDate=").doesNotContain("<UnitPrice>");
    }

    @Test
    void anOrderIsAcceptedAsAWholeOnlyAtItsPrices() throws Exception {
        OrderResponseLine dearer = line(LineStatus.ACCEPTED, "20", "20", "0", price("6.00", "1"), price("5.95", "1"));
        OrderResponses accepted = OrderResponses.aResponse().with(LineStatus.ACCEPTED);

        assertThat(written(
                        accepted.lines(List.of(OrderResponses.accepted("10"))).build()))
                .contains("operation=\"new\" type=\"accept\"");
        assertThat(written(accepted.lines(List.of(dearer)).build())).contains("operation=\"new\" type=\"detail\"");
    }

    private static Price price(String amount, String base) {
        return new Price(Money.of(amount, "EUR"), new BigDecimal(base));
    }

    private static OrderResponseLine line(
            LineStatus status, String ordered, String now, String later, Price price, Price orderedPrice) {
        return new OrderResponseLine(
                "10",
                status,
                new Item("100234", null, null, null, null, "Ledlamp", List.of()),
                Quantity.of(ordered, "H87"),
                Quantity.of(now, "H87"),
                OrderResponses.MONDAY,
                Quantity.of(later, "H87"),
                OrderResponses.FEBRUARY,
                price,
                orderedPrice,
                null,
                null,
                null,
                List.of(),
                List.of());
    }

    private static String item(OrderResponseLine line) throws Exception {
        String xml = written(OrderResponses.aResponse().lines(List.of(line)).build());
        CxmlDtd.valid(xml);
        return xml.substring(xml.indexOf("<ConfirmationItem"));
    }

    private static List<String> prices(String xml) {
        return Pattern.compile("<UnitPrice><Money currency=\"EUR\">([^<]*)<")
                .matcher(xml)
                .results()
                .map(r -> r.group(1))
                .toList();
    }

    @Test
    void theSameDocumentAlwaysHasTheSamePayloadId() throws Exception {
        OrderResponse response = OrderResponses.aResponse().build();

        assertThat(payloadId(response)).isEqualTo(payloadId(response)).startsWith("OR-4500012345.");
    }

    @Test
    void aTestOrderIsAnsweredAsATest() throws Exception {
        assertThat(written(OrderResponses.aResponse().asTest().build())).contains("deploymentMode=\"test\"");
    }

    @Test
    void anOrderThatCameAnotherWayCannotBeAnsweredByCxml() {
        DocumentException refused =
                catchThrowableOfType(DocumentException.class, () -> written(OrderResponses.broken()));

        assertThat(refused.problems())
                .extracting(Problem::code, Problem::location)
                .containsExactly(tuple("MISSING_FIELD", "OrderReference/DocumentReference/@payloadID"));
    }

    @Test
    void aChannelThatDoesNotSayWhoIsWhoIsNamed() {
        DocumentException refused = catchThrowableOfType(
                DocumentException.class,
                () -> new CxmlOrderResponseWriter()
                        .write(
                                OrderResponses.aResponse().build(),
                                FormatSettings.DEFAULT,
                                new ByteArrayOutputStream()));

        assertThat(refused.problems()).extracting(Problem::location).containsExactly("cxml.from", "cxml.to");
    }

    private static String payloadId(OrderResponse response) throws Exception {
        return CxmlDtd.valid(written(response)).getAttribute("payloadID");
    }

    private static String written(OrderResponse response) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new CxmlOrderResponseWriter().write(response, AGREED, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
