package org.koppel.codec.cxml;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.koppel.codec.DocumentException;
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
import org.koppel.shared.DocumentNumber;
import org.koppel.shared.Money;
import org.koppel.shared.Quantity;

class CxmlOrderReaderTest {
    private static final Address YARD = new Address(
            "YARD",
            null,
            "Bouwgroep Müller & Zonen – werf",
            "Jürgen De Smêdt, Poort 4",
            "Vlaanderenstraße 12, Kaai 3",
            "9300",
            "Aalst, Oost-Vlaanderen",
            "BE");

    private static Order full() throws DocumentException {
        return Golden.order(Golden.bytes("order-full"));
    }

    @Test
    void theSmallestOrderHasNumberDateCurrencyAndOneLine() throws DocumentException {
        Order order = Golden.order(Golden.bytes("order-minimal"));

        assertThat(order.number()).isEqualTo(new DocumentNumber("4711"));
        assertThat(order.issuedAt()).isEqualTo(OffsetDateTime.parse("2026-01-05T08:59:00+01:00"));
        assertThat(order.currency()).isEqualTo("EUR");
        assertThat(order.test()).isFalse();
        assertThat(order.shipTo()).isNull();
        assertThat(order.lines())
                .containsExactly(new OrderLine(
                        "1",
                        new Item("100001", null, null, null, null, "Installatieautomaat", null),
                        Quantity.of("2", "H87"),
                        Price.perUnit(Money.of("12.50", "EUR")),
                        null,
                        null,
                        null,
                        null));
    }

    @Test
    void oneScheduleLineOfTheWholeQuantityIsTheDayOfTheLine() throws DocumentException {
        String dated = scheduled(scheduleLine("2.0", "EA"))
                .replace("<ItemOut ", "<ItemOut requestedDeliveryDate=\"2026-01-12\" ");

        assertThat(Golden.order(dated).lines().get(0).requestedDelivery()).isEqualTo(LocalDate.of(2026, 12, 1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 EA, 1 EA|The line is wanted in several deliveries",
                "1 EA|The line orders 2 H87 and a delivery of 1 H87",
                "2 KGM|The line orders 2 H87 and a delivery of 2 KGM",
                "-2 EA|The line orders 2 H87 and a delivery of 0 H87"
            })
    void otherScheduleLinesAreRefused(String deliveries, String why) {
        StringBuilder lines = new StringBuilder();
        for (String delivery : deliveries.split(", ")) {
            lines.append(scheduleLine(delivery.split(" ")[0], delivery.split(" ")[1]));
        }

        assertThat(Golden.problems(scheduled(lines.toString())))
                .containsExactly(new Problem(
                        "UNSUPPORTED_VALUE",
                        "line 1, ScheduleLine",
                        why + "; send a line of its own for each day, with the quantity of that day"));
    }

    private static String scheduled(String lines) {
        return Golden.minimalWith("</ItemOut>", lines + "</ItemOut>");
    }

    private static String scheduleLine(String quantity, String unit) {
        return "<ScheduleLine quantity=\"" + quantity
                + "\" requestedDeliveryDate=\"2026-12-01T00:00:00+01:00\"><UnitOfMeasure>" + unit
                + "</UnitOfMeasure></ScheduleLine>";
    }

    @Test
    void theHeaderOfAFullOrderIsReadCompletely() throws DocumentException {
        Order order = full();

        assertThat(order.number().value()).isEqualTo("PO-4712");
        assertThat(order.version()).isEqualTo("1");
        assertThat(order.issuedAt()).isEqualTo(OffsetDateTime.parse("2026-01-05T08:59:30.250+01:00"));
        assertThat(order.language()).isEqualTo("nl");
        assertThat(order.test()).isTrue();
        assertThat(order.requestedDelivery()).isEqualTo(LocalDate.of(2026, 1, 12));
        assertThat(order.total()).isEqualTo(Money.of("1234.56", "EUR"));
        assertThat(order.note()).isEqualTo("Bellen bij aankomst\nIngang langs achter");
        assertThat(order.shipTo()).isEqualTo(YARD);
        Address office = new Address(
                "5412345000006", "5412345000006", "Bouwgroep NV", null, "Kerkstraat 1", "9000", "Gent", "BE");
        assertThat(order.invoicee()).isEqualTo(new Party("Bouwgroep NV", "5412345000006", null, null, office));
        assertThat(order.buyer().contact())
                .isEqualTo(new Contact("buyer", "Anaïs Peeters", "anais@bouwgroep.example", "+32 9 2345678"));
    }

    @Test
    void everyReferenceOfTheBuyerIsKept() throws DocumentException {
        assertThat(full().references())
                .containsExactly(
                        Reference.of(Kind.CONTRACT, "CTR-2026-7"),
                        Reference.of(Kind.REQUISITION, "BANF 10001234"),
                        Reference.of(Kind.SUPPLIER_ORDER, "S-900"),
                        new Reference(Kind.OTHER, "werfnummer", "W-77"),
                        new Reference(Kind.OTHER, "CostCenter", "K-4000"));
        assertThat(full().lines().get(0).references())
                .containsExactly(
                        Reference.of(Kind.REQUISITION, "BANF 10001234/10"),
                        Reference.of(Kind.CART, "cart-9f1c/1"),
                        new Reference(Kind.OTHER, "Kostensoort", "600100"),
                        new Reference(Kind.ACCOUNTING, "CostCenter", "K-4000"),
                        new Reference(Kind.ACCOUNTING, "Project", "P-77"),
                        Reference.of(Kind.CONTRACT, "RC-5"));
    }

    @Test
    void aLineOfAFullOrderIsReadCompletely() throws DocumentException {
        OrderLine line = full().lines().get(0);

        assertThat(line.number()).isEqualTo("10");
        assertThat(line.quantity()).isEqualTo(Quantity.of("300", "MTR"));
        assertThat(line.price()).isEqualTo(new Price(Money.of("87.5000", "EUR"), new BigDecimal("100")));
        assertThat(line.requestedDelivery()).isEqualTo(LocalDate.of(2026, 1, 13));
        assertThat(line.note()).isEqualTo("Op haspel");
        assertThat(line.shipTo().id()).isEqualTo("HQ");
        assertThat(line.item().sellersId()).isEqualTo("100001");
        assertThat(line.item().buyersId()).isEqualTo("BG-17");
        assertThat(line.item().manufacturersId()).isEqualTo("XVB-3G2.5");
        assertThat(line.item().manufacturer()).isEqualTo("Nexäns");
        assertThat(line.item().gtin()).isEqualTo("5412345999980");
        assertThat(line.item().description()).isEqualTo("Kabel 3G2,5 <grijs>");
        assertThat(line.item().classifications())
                .containsExactly(
                        new Classification("UNSPSC", null, "26121600"), new Classification("ETIM", null, "EC003248"));
    }

    @Test
    void elementsInAnotherOrderThanTheDtdsAreUnderstood() throws DocumentException {
        OrderLine line = full().lines().get(1);

        assertThat(line.number()).isEqualTo("20");
        assertThat(line.quantity()).isEqualTo(Quantity.of("4.5", "H87"));
        assertThat(line.item().sellersId()).isEqualTo("200 002-A");
        assertThat(line.item().description()).isEqualTo("Doos");
        assertThat(line.item().gtin()).isEqualTo("54123459");
    }

    @Test
    void thePriceBasisIsCountedInOrderUnits() throws DocumentException {
        // two boxes cost 1.00, half a box is one piece: four pieces cost 1.00
        assertThat(full().lines().get(1).price().baseQuantity()).isEqualTo(new BigDecimal("4"));
    }

    @Test
    void aShipToLikeTheOrdersOwnIsNotRepeatedOnTheLine() throws DocumentException {
        assertThat(full().lines().get(1).shipTo()).isNull();
    }

    @Test
    void cardNumbersAreNeverKept() throws DocumentException {
        assertThat(full().toString()).doesNotContain("4111111111111111");
    }

    @Test
    void aDateMayEndInZOrHaveNoTime() throws DocumentException {
        String z = Golden.minimalWith("2026-01-05T08:59:00+01:00", "2026-01-05T08:59:00Z");
        String noColon = Golden.minimalWith("2026-01-05T08:59:00+01:00", "2026-01-05T08:59:00+0100");
        String day = Golden.minimalWith("2026-01-05T08:59:00+01:00", "2026-01-05");

        assertThat(Golden.order(z).issuedAt()).isEqualTo(OffsetDateTime.parse("2026-01-05T08:59:00Z"));
        assertThat(Golden.order(noColon).issuedAt()).isEqualTo(OffsetDateTime.parse("2026-01-05T08:59:00+01:00"));
        assertThat(Golden.order(day).issuedAt()).isEqualTo(OffsetDateTime.parse("2026-01-05T00:00:00Z"));
    }

    @Test
    void anOrderWithoutDoctypeAndInUtf16IsRead() throws DocumentException {
        String plain =
                Golden.text("order-minimal").replaceAll("<!DOCTYPE[^>]*>", "").replace("UTF-8", "UTF-16");

        Order order = Golden.order(plain.getBytes(StandardCharsets.UTF_16));

        assertThat(order.number().value()).isEqualTo("4711");
    }

    @Test
    void zerosThatDoNotChangeANumberAreNoReasonToRefuseIt() throws DocumentException {
        Order order = Golden.order(Golden.minimalWith("quantity=\"2\"", "quantity=\"000000000002.00000000\""));

        assertThat(order.lines().get(0).quantity().value()).isEqualByComparingTo("2");
    }
}
