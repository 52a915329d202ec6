package org.koppel.codec.cxml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.OrderResponses;
import org.koppel.codec.Problem;
import org.koppel.document.LineStatus;
import org.koppel.document.OrderResponse;
import org.koppel.document.OrderResponseLine;
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
