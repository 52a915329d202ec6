package org.koppel.codec.ubl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.koppel.codec.DocumentException;
import org.koppel.codec.DocumentWriter;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.Problem;
import org.koppel.document.Contact;
import org.koppel.document.Item;
import org.koppel.document.LineStatus;
import org.koppel.document.OrderResponse;
import org.koppel.document.OrderResponseLine;
import org.koppel.document.Party;
import org.koppel.document.Price;
import org.koppel.document.Reason;
import org.koppel.document.Reference;
import org.koppel.shared.DocumentNumber;
import org.koppel.shared.Money;
import org.koppel.shared.Quantity;

class OrderResponseWriterTest {
    private static final OffsetDateTime MONDAY = OffsetDateTime.parse("2026-11-16T09:05:07+01:00");
    private static final Party SELLER = new Party(
            "Voltaris nv",
            "5412345999997",
            "BE0987654394",
            new Contact(null, "Desk", "desk@voltaris.example", null),
            null);
    private static final Party BUYER =
            new Party("Zorggroep De Linde vzw", "5412345000037", "BE 0123.456.749", null, null);
    private static final Item CABLE = new Item("100001", "4711-B", null, null, "5412345678908", "Cable", List.of());
    private final PeppolOrderResponseWriter peppol = new PeppolOrderResponseWriter();

    OrderResponseWriterTest() {
        peppol.rules = new PeppolRules();
    }

    @ParameterizedTest
    @EnumSource(LineStatus.class)
    void everyAnswerPassesTheRulesAndHasLinesOnlyWhenSomethingChanged(LineStatus status) throws Exception {
        String xml = write(peppol, response(status, BUYER), FormatSettings.DEFAULT);
        boolean lines = status == LineStatus.CHANGED || status == LineStatus.BACKORDERED;
        assertThat(xml.contains("<cac:OrderLine>")).isEqualTo(lines);
    }

    @ParameterizedTest
    @EnumSource(LineStatus.class)
    void theAnswerToAChangePassesTheRulesOfAdvancedOrderingAndNamesTheChange(LineStatus status) throws Exception {
        OrderResponse.Occasion change =
                new OrderResponse.Occasion(OrderResponse.Occasion.Kind.CHANGE, new DocumentNumber("CH-1"), "2");
        OrderResponse answer = response(status, BUYER).to(change, new DocumentNumber("OR-4711-2"));

        assertThat(write(peppol, answer, FormatSettings.DEFAULT))
                .contains("trns:order_response_advanced:3", "<cac:OrderChangeDocumentReference><cbc:ID>CH-1</cbc:ID>");
    }

    @Test
    void aCompanyWithoutAnElectronicAddressIsNamed() {
        OrderResponse response = response(LineStatus.ACCEPTED, Party.named("Somebody"));
        DocumentException refused =
                catchThrowableOfType(DocumentException.class, () -> write(peppol, response, FormatSettings.DEFAULT));
        assertThat(refused.problems())
                .extracting(Problem::location)
                .containsExactly("BuyerCustomerParty/Party/EndpointID");
    }

    @Test
    void theElectronicAddressThatWasAgreedWins() throws Exception {
        FormatSettings agreed = new FormatSettings("en", Map.of("buyer-endpoint", "0106:12345678"));
        assertThat(write(peppol, response(LineStatus.ACCEPTED, Party.named("Somebody")), agreed))
                .contains("<cbc:EndpointID schemeID=\"0106\">12345678</cbc:EndpointID>");
    }

    @Test
    void whatTheRulesObjectToIsNotWritten() {
        FormatSettings wrong = new FormatSettings("en", Map.of("buyer-endpoint", "0208:0123456740"));
        DocumentException refused = catchThrowableOfType(
                DocumentException.class, () -> write(peppol, response(LineStatus.ACCEPTED, BUYER), wrong));
        assertThat(refused.problems()).extracting(Problem::code).contains("PEPPOL-COMMON-R043");
    }

    @Test
    void plainUblSaysTheSameWithoutThePeppolIds() throws Exception {
        assertThat(write(
                        new UblOrderResponseWriter(),
                        response(LineStatus.REJECTED, Party.named("Somebody")),
                        FormatSettings.DEFAULT))
                .contains("<cbc:OrderResponseCode>RE</cbc:OrderResponseCode>", "<cbc:ID>PO-4711</cbc:ID>")
                .contains("<cbc:ElectronicMail>desk@voltaris.example</cbc:ElectronicMail>")
                .doesNotContain("peppol");
    }

    private static String write(DocumentWriter<OrderResponse> writer, OrderResponse response, FormatSettings settings)
            throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.write(response, settings, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static OrderResponse response(LineStatus status, Party buyer) {
        return new OrderResponse(
                new DocumentNumber("OR-4711"),
                MONDAY,
                new DocumentNumber("PO-4711"),
                MONDAY.minusHours(1),
                null,
                status,
                "EUR",
                "en",
                false,
                SELLER,
                buyer,
                null,
                null,
                "Thank you",
                List.of(new Reference(Reference.Kind.OTHER, "CustomerReference", "dept. 4")),
                List.of(new Reason("PARTLY", "One line follows later.")),
                List.of(accepted(), backordered(), rejected()),
                List.of(),
                null,
                null,
                null,
                null,
                null);
    }

    private static OrderResponseLine accepted() {
        Price price = new Price(Money.of("125.0000", "EUR"), new BigDecimal("100"));
        return line("1", LineStatus.ACCEPTED, "360", "MTR", "0", price, List.of());
    }

    private static OrderResponseLine backordered() {
        Price price = Price.perUnit(Money.of("9.95", "EUR"));
        return line("2", LineStatus.BACKORDERED, "4", "H87", "7", price, List.of(new Reason("LATE", "7 follow.")));
    }

    private static OrderResponseLine rejected() {
        return line(
                "3", LineStatus.REJECTED, "0", "H87", "0", null, List.of(new Reason("UNKNOWN", "Unknown <article>.")));
    }

    private static OrderResponseLine line(
            String number,
            LineStatus status,
            String confirmed,
            String unit,
            String later,
            Price price,
            List<Reason> why) {
        return new OrderResponseLine(
                number,
                status,
                CABLE,
                Quantity.of("11", unit),
                Quantity.of(confirmed, unit),
                price == null ? null : LocalDate.parse("2026-11-18"),
                Quantity.of(later, unit),
                later.equals("0") ? null : LocalDate.parse("2026-11-27"),
                price,
                null,
                null,
                new BigDecimal("21"),
                null,
                why,
                List.of());
    }
}
