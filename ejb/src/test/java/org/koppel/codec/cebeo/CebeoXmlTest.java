package org.koppel.codec.cebeo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.koppel.codec.DocumentException;
import org.koppel.codec.Envelope;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.OrderResponses;
import org.koppel.codec.Problem;
import org.koppel.document.Acknowledgement;
import org.koppel.document.Acknowledgement.Outcome;
import org.koppel.document.Order;
import org.koppel.document.Reference;
import org.koppel.platform.Json;
import org.koppel.shared.DocumentNumber;
import org.koppel.shared.Quantity;
import org.koppel.shared.UnitCode;

class CebeoXmlTest {

    @Test
    void anOrderIsReadFieldByField() throws Exception {
        Order order = read(golden());

        assertThat(order.number()).isEqualTo(new DocumentNumber("4711"));
        assertThat(order.issuedAt()).isEqualTo(OffsetDateTime.parse("2026-11-21T00:00:00Z"));
        assertThat(order.buyer().contact().name()).isEqualTo("Anneleen Peeters");
        assertThat(order.shipTo().city()).isEqualTo("Aalst");
        assertThat(order.note()).isEqualTo("Bellen bij aankomst");
        assertThat(order.references())
                .containsExactly(
                        new Reference(Reference.Kind.OTHER, "CustomerOrderRef", "Werf Aalst"),
                        new Reference(Reference.Kind.OTHER, "DeliveryOption", "Morning"),
                        new Reference(Reference.Kind.OTHER, "Project", "P-88.1"));
        assertThat(order.lines().get(0).price().amount().toString()).contains("2.3810");
        assertThat(order.lines().get(0).requestedDelivery()).isEqualTo(LocalDate.of(2026, 12, 3));
        assertThat(order.lines().get(1).quantity()).isEqualTo(Quantity.of("2.5", "H87"));
        assertThat(Json.read(Json.write(order), Order.class)).isEqualTo(order);
    }

    @Test
    void aLineWithoutAUnitIsInTheArticlesOwn() throws Exception {
        assertThat(read(golden()).lines().get(0).quantity().unit()).isEqualTo(UnitCode.AGREED);
    }

    @Test
    void decimalsStandBehindACommaAndAPointThatMayPartThousandsIsRefused() throws Exception {
        assertThat(quantity("1,000")).isEqualByComparingTo("1");
        assertThat(quantity("0.125")).isEqualByComparingTo("0.125");
        assertThat(quantity("1.5")).isEqualByComparingTo("1.5");
        DocumentException refused = catchThrowableOfType(DocumentException.class, () -> quantity("1.000"));
        assertThat(refused.problems())
                .extracting(Problem::code, Problem::location)
                .containsExactly(tuple("UNREADABLE_NUMBER", "line 10, OrderedQuantity"));
    }

    private static BigDecimal quantity(String written) throws Exception {
        Order order = read(golden().replace(">100<", '>' + written + '<'));
        return order.lines().get(0).quantity().value();
    }

    @Test
    void theCustomerNumberAndItsPasswordProveTheSender() throws Exception {
        CebeoEnvelopeReader reader = new CebeoEnvelopeReader();
        Envelope envelope = reader.read(new ByteArrayInputStream(golden().getBytes(StandardCharsets.UTF_8)));

        assertThat(reader.recognises(null, golden().getBytes(StandardCharsets.UTF_8)))
                .isTrue();
        assertThat(envelope.senders()).containsExactly(new Envelope.Identity("CebeoXML", "123456"));
        assertThat(envelope.proofs())
                .containsExactly(new Envelope.SharedSecret(envelope.senders().get(0), "open sesame"));
        assertThat(envelope.documentClass()).contains(Order.class);
        assertThat(envelope.toString()).doesNotContain("open sesame");
    }

    @Test
    void otherRequestsAreNamedButHaveNoDocument() throws Exception {
        String get = golden().replace("<Create>", "<Get>").replace("</Create>", "</Get>");

        Envelope envelope =
                new CebeoEnvelopeReader().read(new ByteArrayInputStream(get.getBytes(StandardCharsets.UTF_8)));

        assertThat(envelope.kind()).isEqualTo("Order/Get");
        assertThat(envelope.documentClass()).isEmpty();
    }

    @Test
    void everythingThatIsWrongIsNamedAtOnce() {
        String broken = golden().replace("<CustomerOrderID>4711</CustomerOrderID>", "")
                .replace("<Month>11</Month>", "<Month>13</Month>")
                .replace("2,3810", "free")
                .replace("PCE", "BARREL")
                .replace("<CustomerOrderLineID>20", "<CustomerOrderLineID>21");

        DocumentException refused = catchThrowableOfType(DocumentException.class, () -> read(broken));

        assertThat(refused.problems())
                .extracting(Problem::code, Problem::location)
                .containsExactly(
                        tuple("UNREADABLE_DATE", "OrderHeader/OrderDate"),
                        tuple("UNREADABLE_NUMBER", "line 10, RequestedPrice"),
                        tuple("UNKNOWN_UNIT", "line 21, UnitOfMeasure"),
                        tuple("MISSING_FIELD", "OrderHeader/CustomerOrderID"));
    }

    @Test
    void linesWithoutArticleOrQuantityAndTwinsAreRefused() {
        String broken = golden().replace("<SupplierItemID>100002</SupplierItemID>", "")
                .replace("<OrderedQuantity>100</OrderedQuantity>", "<OrderedQuantity>0</OrderedQuantity>");
        String twins = golden().replace("<CustomerOrderLineID>20", "<CustomerOrderLineID>10");

        assertThat(catchThrowableOfType(DocumentException.class, () -> read(broken))
                        .problems())
                .extracting(Problem::code, Problem::location)
                .containsExactly(
                        tuple("QUANTITY_NOT_POSITIVE", "line 10, OrderedQuantity"),
                        tuple("MISSING_FIELD", "line 20, Material/SupplierItemID"));
        assertThat(catchThrowableOfType(DocumentException.class, () -> read(twins))
                        .problems())
                .extracting(Problem::code)
                .containsExactly("DUPLICATE_LINE_NUMBER");
    }

    @Test
    void anAnswerSplitsEveryLineIntoNowAndLater() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new CebeoOrderResponseWriter().write(OrderResponses.aResponse().build(), FormatSettings.DEFAULT, out);

        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("<Message code=\"0\">", "<SupplierOrderID>OR-4500012345</SupplierOrderID>")
                .contains(
                        "<CustomerOrderLineID>30</CustomerOrderLineID>",
                        "<DeliveryQuantity>12</DeliveryQuantity>",
                        "<BOQuantity>8</BOQuantity><BOEstimatedDeliveryDate><Day>9</Day><Month>2</Month><Year>2026</Year>",
                        "<NetPrice>0,825</NetPrice>",
                        "<OrderAttribute name=\"Project\">Łódź-Żyła</OrderAttribute>");
    }

    @Test
    void theImmediateAnswerHasACode() throws Exception {
        assertThat(acknowledged(Outcome.RECEIVED)).contains("<Message code=\"0\">OK</Message>");
        assertThat(acknowledged(Outcome.INVALID)).contains("<Message code=\"1\">Line 10 is wrong</Message>");
    }

    private static String acknowledged(Outcome outcome) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new CebeoAcknowledgementWriter()
                .write(
                        new Acknowledgement(
                                new DocumentNumber("a-1"),
                                OffsetDateTime.parse("2026-01-05T08:00:00Z"),
                                null,
                                outcome,
                                List.of("Line 10 is wrong")),
                        FormatSettings.DEFAULT,
                        out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Order read(String xml) throws Exception {
        List<Order> orders = new ArrayList<>();
        new CebeoOrderReader()
                .read(
                        new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)),
                        FormatSettings.DEFAULT,
                        orders::add);
        return orders.get(0);
    }

    private static String golden() {
        try (InputStream in = CebeoXmlTest.class.getResourceAsStream("/golden/cebeo/order-full.xml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
