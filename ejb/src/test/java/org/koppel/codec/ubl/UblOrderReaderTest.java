package org.koppel.codec.ubl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.koppel.codec.DocumentException;
import org.koppel.codec.Envelope;
import org.koppel.codec.Envelope.Identity;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.Problem;
import org.koppel.document.Address;
import org.koppel.document.Classification;
import org.koppel.document.Contact;
import org.koppel.document.Item;
import org.koppel.document.Order;
import org.koppel.document.OrderLine;
import org.koppel.document.Party;
import org.koppel.document.Price;
import org.koppel.document.Reference;
import org.koppel.document.Reference.Kind;
import org.koppel.shared.Money;
import org.koppel.shared.Quantity;

class UblOrderReaderTest {

    @Test
    void theSampleIsAGoodOrderOfPeppol() throws IOException {
        assertThat(new PeppolRules().check(PeppolDocument.ORDER, golden().getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    @Test
    void theHeaderIsReadFieldByField() throws Exception {
        Order order = read(golden());
        assertThat(order.number().value()).isEqualTo("PO-4711");
        assertThat(order.issuedAt()).isEqualTo(OffsetDateTime.parse("2026-11-16T08:30:00Z"));
        assertThat(order.currency()).isEqualTo("EUR");
        assertThat(order.note()).isEqualTo("Deliver to the back door");
        assertThat(order.total()).isEqualTo(Money.of("450.00", "EUR"));
        assertThat(order.requestedDelivery()).isEqualTo(LocalDate.parse("2026-11-20"));
        assertThat(order.references())
                .containsExactly(
                        Reference.of(Kind.SUPPLIER_ORDER, "SO-9"),
                        new Reference(Kind.OTHER, "CustomerReference", "dept. 4"),
                        Reference.of(Kind.ACCOUNTING, "CC-100"),
                        Reference.of(Kind.CART, "7K2QM9XF4TZW"),
                        Reference.of(Kind.REQUISITION, "REQ-7"),
                        Reference.of(Kind.CONTRACT, "FC-2026"));
    }

    @Test
    void theCompaniesAndThePlaceAreRead() throws Exception {
        Order order = read(golden());
        assertThat(order.buyer())
                .isEqualTo(new Party(
                        "Zorggroep De Linde vzw",
                        "5412345000037",
                        "BE0123456749",
                        new Contact(null, "Els Claes", "els.claes@zorggroep.example", "+32 16 00 00 00"),
                        new Address(null, null, null, null, "Lindelaan 5", "3000", "Leuven", "BE")));
        assertThat(order.invoicee().name()).isEqualTo("De Linde, boekhouding");
        assertThat(order.shipTo())
                .isEqualTo(new Address(
                        null,
                        "5412345000037",
                        "Ziekenhuis De Linde",
                        "Magazijn",
                        "Lindelaan 5, Poort 2",
                        "3000",
                        "Leuven",
                        "BE"));
    }

    @Test
    void linesAreReadWithPriceOrWithout() throws Exception {
        Order order = read(golden());
        Item cable = new Item(
                "100001",
                "4711-B",
                null,
                null,
                "5412345678908",
                "Cable 3G2.5",
                List.of(new Classification("UNSPSC", "19.0501", "26121600")));
        assertThat(order.lines())
                .containsExactly(
                        new OrderLine(
                                "1",
                                cable,
                                Quantity.of("360", "MTR"),
                                new Price(Money.of("125.0000", "EUR"), new BigDecimal("100")),
                                LocalDate.parse("2026-11-30"),
                                "For the new wing",
                                null,
                                List.of(Reference.of(Kind.ACCOUNTING, "CC-200"))),
                        new OrderLine(
                                "2",
                                new Item(null, null, null, null, null, "Socket, white", List.of()),
                                Quantity.of("11", "C62"),
                                null,
                                null,
                                null,
                                null,
                                List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<cbc:ID>PO-4711</cbc:ID>|<!-- -->|MISSING_FIELD|ID$",
                "<cbc:IssueDate>2026-11-16</cbc:IssueDate>|<cbc:IssueDate>16/11/2026</cbc:IssueDate>|UNREADABLE_DATE|IssueDate",
                ">EUR</cbc:DocumentCurrencyCode>|>EURO</cbc:DocumentCurrencyCode>|UNKNOWN_CURRENCY|DocumentCurrencyCode",
                "<cbc:ID>2</cbc:ID>|<cbc:ID>1</cbc:ID>|DUPLICATE_LINE_NUMBER|line 1, LineItem/ID",
                "<cbc:ID>2</cbc:ID>|<!-- -->|MISSING_FIELD|line at position 2, LineItem/ID",
                "unitCode=\"C62\">11<|unitCode=\"C62\">1,1<|UNREADABLE_NUMBER|line 2, LineItem/Quantity",
                "unitCode=\"C62\">11<|unitCode=\"C62\">0<|QUANTITY_NOT_POSITIVE|line 2, LineItem/Quantity",
                "unitCode=\"C62\">11<|unitCode=\"QQQ\">11<|UNKNOWN_UNIT|line 2, LineItem/Quantity/@unitCode",
                "unitCode=\"C62\">11<|unitCode=\"C62\">123456789012<|NUMBER_OUT_OF_RANGE|line 2, LineItem/Quantity",
                "currencyID=\"EUR\">125.0000<|currencyID=\"EUR\">-1<|NUMBER_OUT_OF_RANGE|line 1, LineItem/Price/PriceAmount",
                "currencyID=\"EUR\">125.0000<|currencyID=\"\">1<|MISSING_FIELD|line 1, LineItem/Price/PriceAmount/@currencyID"
            })
    void whatIsWrongIsNamedWithItsLine(String good, String bad, String code, String place) throws IOException {
        assertThat(golden()).contains(good);
        DocumentException refused = refused(golden().replace(good, bad));
        assertThat(refused.problems()).singleElement().satisfies(p -> {
            assertThat(p.code()).isEqualTo(code);
            boolean wholeOrder = place.endsWith("$"); // what is missing stands in no row
            assertThat(p.location()).matches(wholeOrder ? place : place + " \\(row \\d+\\)");
        });
    }

    @Test
    void aLineInSeveralDeliveriesIsRefused() throws IOException {
        assertThat(refused(lineOneIn(delivery("40", "MTR", "2026-12-01") + delivery("320", "MTR", "2027-01-01")))
                        .problems())
                .singleElement()
                .satisfies(p -> {
                    assertThat(p.code()).isEqualTo("UNSUPPORTED_VALUE");
                    assertThat(p.location()).matches("line 1, LineItem/Delivery \\(row \\d+\\)");
                    assertThat(p.message())
                            .isEqualTo("The line is wanted in several deliveries; send a line of its own for each day,"
                                    + " with the quantity of that day");
                });
    }

    @Test
    void aDeliveryOfAPartOfTheLineIsRefused() throws IOException {
        assertThat(refused(lineOneIn(delivery("40", "MTR", "2026-12-01"))).problems())
                .extracting(Problem::message)
                .containsExactly(
                        "The line orders 360 MTR and a delivery of 40 MTR; send a line of its own for each day,"
                                + " with the quantity of that day");
        assertThat(refused(lineOneIn(delivery("360", "KGM", "2026-12-01"))).problems())
                .extracting(Problem::code)
                .containsExactly("UNSUPPORTED_VALUE");
    }

    @Test
    void oneDeliveryOfTheWholeLineIsItsDay() throws Exception {
        Order order = read(lineOneIn(delivery("360.0", "MTR", "2026-12-01")));

        assertThat(order.lines().get(0).requestedDelivery()).isEqualTo(LocalDate.parse("2026-12-01"));
        assertThat(read(lineOneIn(delivery("360", "MTR", "2026-12-01").replace(" unitCode=\"MTR\"", "")))
                        .lines()
                        .get(0))
                .isEqualTo(order.lines().get(0));
    }

    @Test
    void anOrderInSeveralDeliveriesIsRefused() throws IOException {
        String total = "<cac:AnticipatedMonetaryTotal>";
        String twice = golden().replace(total, delivery("1", "H87", "2026-12-01") + total);

        assertThat(refused(twice).problems()).singleElement().satisfies(p -> {
            assertThat(p.code()).isEqualTo("UNSUPPORTED_VALUE");
            assertThat(p.location()).startsWith("Delivery (row ");
        });
    }

    @Test
    void aPriceForAnotherMeasureThanTheLineCountsInIsRefused() throws IOException {
        String byWeight =
                golden().replace("<cbc:BaseQuantity unitCode=\"MTR\">100<", "<cbc:BaseQuantity unitCode=\"KGM\">1<");

        assertThat(refused(byWeight).problems()).singleElement().satisfies(p -> {
            assertThat(p.code()).isEqualTo("UNSUPPORTED_VALUE");
            assertThat(p.location()).matches("line 1, LineItem/Price/BaseQuantity/@unitCode \\(row \\d+\\)");
            assertThat(p.message())
                    .isEqualTo("The price is for KGM, and the line counts in MTR; send the price for a quantity in the"
                            + " unit of the line");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " unitCode=\"M\"", " unitCode=\"ZZ\""})
    void aPriceWithoutAMeasureOrForAnotherNameOfTheLinesIsTaken(String unit) throws Exception {
        String priced = golden().replace("<cbc:BaseQuantity unitCode=\"MTR\">", "<cbc:BaseQuantity" + unit + '>');

        assertThat(read(priced)).isEqualTo(read(golden()));
    }

    @Test
    void aNewOrderHasNoLinesThatGoAway() throws IOException {
        String deleted = golden().replace(
                        "<cbc:Quantity unitCode=\"C62\">11</cbc:Quantity>",
                        "<cbc:LineStatusCode>2</cbc:LineStatusCode>");

        assertThat(refused(deleted).problems()).extracting(Problem::code).containsExactly("MISSING_FIELD");
    }

    private static String lineOneIn(String deliveries) throws IOException {
        String line = golden().substring(golden().indexOf("<cac:OrderLine>"));
        String other = line.replaceFirst("(?s)<cac:Delivery>.*?</cac:Delivery>", deliveries);
        return golden().replace(line, other);
    }

    private static String delivery(String quantity, String unit, String day) {
        return "<cac:Delivery><cbc:Quantity unitCode=\"" + unit + "\">" + quantity
                + "</cbc:Quantity><cac:RequestedDeliveryPeriod><cbc:StartDate>" + day
                + "</cbc:StartDate></cac:RequestedDeliveryPeriod></cac:Delivery>";
    }

    @Test
    void allProblemsAreNamedAtOnce() throws IOException {
        String bad =
                golden().replace("unitCode=\"C62\">11<", "unitCode=\"QQQ\">x<").replace(">2026-11-20<", ">soon<");
        assertThat(refused(bad).problems())
                .extracting(Problem::code)
                .containsExactly("UNREADABLE_DATE", "UNKNOWN_UNIT", "UNREADABLE_NUMBER");
    }

    @Test
    void anOrderWithoutLinesAnotherRootAndNoXmlAreRefused() throws IOException {
        String none = golden().replaceAll("(?s)<cac:OrderLine>.*</cac:OrderLine>", "");
        assertThat(refused(none).problems()).extracting(Problem::code).containsExactly("MISSING_FIELD");
        assertThat(refused("<Invoice/>").problems()).extracting(Problem::code).containsExactly("WRONG_ROOT");
        assertThat(refused(golden() + "<x/>").problems())
                .extracting(Problem::code)
                .containsExactly("MALFORMED_XML");
    }

    @Test
    void plainUblNeedsNoCurrencyOfItsOwn() throws Exception {
        String plain = golden().replaceAll("<cbc:(CustomizationID|ProfileID|DocumentCurrencyCode)>.*\\n", "");
        assertThat(read(plain).currency()).isEqualTo("EUR");
        assertThat(new UblEnvelopeReader().recognises(null, bytes(plain))).isTrue();
        assertThat(new PeppolEnvelopeReader().recognises(null, bytes(plain))).isFalse();
    }

    @Test
    void theEnvelopeSaysWhoSendsAndWhatItIs() throws Exception {
        assertThat(new PeppolEnvelopeReader().recognises("application/xml", bytes(golden())))
                .isTrue();
        assertThat(new UblEnvelopeReader().recognises("application/xml", bytes(golden())))
                .isFalse();
        Envelope envelope = new PeppolEnvelopeReader().read(new ByteArrayInputStream(bytes(golden())));
        assertThat(envelope.kind()).isEqualTo("Order");
        assertThat(envelope.documentClass()).contains(Order.class);
        assertThat(envelope.senders())
                .containsExactly(new Identity("0208", "0123456749"), new Identity("0088", "5412345000037"));
        assertThat(envelope.recipients()).containsExactly(new Identity("0208", "0987654394"));
        assertThat(envelope.proofs()).isEmpty();
    }

    private static DocumentException refused(String xml) {
        return catchThrowableOfType(DocumentException.class, () -> read(xml));
    }

    private static Order read(String xml) throws DocumentException, IOException {
        List<Order> orders = new ArrayList<>();
        new UblOrderReader().read(new ByteArrayInputStream(bytes(xml)), FormatSettings.DEFAULT, orders::add);
        return orders.get(0);
    }

    private static byte[] bytes(String xml) {
        return xml.getBytes(StandardCharsets.UTF_8);
    }

    private static String golden() throws IOException {
        try (InputStream in = UblOrderReaderTest.class.getResourceAsStream("/golden/ubl/order-full.xml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
