package org.koppel.codec;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.koppel.document.Address;
import org.koppel.document.Card;
import org.koppel.document.Contact;
import org.koppel.document.Item;
import org.koppel.document.LineStatus;
import org.koppel.document.OrderResponse;
import org.koppel.document.OrderResponseLine;
import org.koppel.document.Party;
import org.koppel.document.Price;
import org.koppel.document.Reason;
import org.koppel.document.Reference;
import org.koppel.document.TaxSubtotal;
import org.koppel.shared.DocumentNumber;
import org.koppel.shared.Money;
import org.koppel.shared.Quantity;

/**
 * The answer of Elektro Vermeulen to Bouwgroep De Smet's order 4500012345: one line as ordered, one at another price, one
 * partly back-ordered, one refused. Parts can be changed before {@link #build}.
 */
public final class OrderResponses {
    public static final LocalDate MONDAY = LocalDate.of(2026, 1, 12);
    public static final LocalDate FEBRUARY = LocalDate.of(2026, 2, 9);

    private String language = "nl";
    private boolean test;
    private Card card;
    private LineStatus status = LineStatus.CHANGED;
    private Address shipTo =
            new Address("YARD", "5412345000020", "Werf Aalst", "Anneleen Peeters", "Dokweg 14", "9300", "Aalst", "BE");
    private List<OrderResponseLine> lines =
            new ArrayList<>(List.of(accepted("10"), changed("20"), backordered("30"), rejected("40")));

    private OrderResponses() {}

    public static OrderResponses aResponse() {
        return new OrderResponses();
    }

    public OrderResponses in(String wanted) {
        language = wanted;
        return this;
    }

    public OrderResponses asTest() {
        test = true;
        return this;
    }

    public OrderResponses with(LineStatus wanted) {
        status = wanted;
        return this;
    }

    public OrderResponses lines(List<OrderResponseLine> wanted) {
        lines = wanted;
        return this;
    }

    public OrderResponses card(Card wanted) {
        card = wanted;
        return this;
    }

    public OrderResponses withoutShipTo() {
        shipTo = null;
        return this;
    }

    /** So many lines, numbered 10, 20, 30 … */
    public OrderResponses lines(int count) {
        lines = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            String number = String.valueOf(i * 10);
            lines.add(
                    switch (i % 4) {
                        case 1 -> accepted(number);
                        case 2 -> changed(number);
                        case 3 -> backordered(number);
                        default -> rejected(number);
                    });
        }
        return this;
    }

    public OrderResponse build() {
        return new OrderResponse(
                new DocumentNumber("OR-4500012345"),
                OffsetDateTime.parse("2026-01-05T09:30:00+01:00"),
                new DocumentNumber("4500012345"),
                OffsetDateTime.parse("2026-01-04T16:05:00+01:00"),
                "payload-1",
                status,
                "EUR",
                language,
                test,
                seller(),
                buyer(),
                new Party("Bouwgroep De Smet nv, boekhouding", null, "BE0456789012", null, gent()),
                shipTo,
                "Leveringen aan de poort melden bij de werfleider.",
                List.of(
                        Reference.of(Reference.Kind.REQUISITION, "BA-2026-00077"),
                        Reference.of(Reference.Kind.CONTRACT, "RK-4600000088"),
                        new Reference(Reference.Kind.ACCOUNTING, "Kostenplaats", "KP-1200 Werf Aalst"),
                        new Reference(Reference.Kind.OTHER, "Project", "Łódź-Żyła")),
                List.of(new Reason("PART_REJECTED", "Eén regel kon niet worden aanvaard: bestel een ander artikel.")),
                lines,
                List.of(
                        new TaxSubtotal("S", new BigDecimal("21"), eur("1234.50"), eur("259.25")),
                        new TaxSubtotal("S", new BigDecimal("6"), eur("100.00"), eur("6.00"))),
                eur("1334.50"),
                eur("265.25"),
                eur("1599.75"),
                card,
                null);
    }

    /** Lacks its buyer and a total, and has a line without status and with a foreign currency. */
    public static OrderResponse broken() {
        OrderResponse whole = aResponse().build();
        OrderResponseLine line = accepted("10");
        OrderResponseLine wrong = new OrderResponseLine(
                line.number(),
                null,
                line.item(),
                line.ordered(),
                line.confirmed(),
                null,
                null,
                null,
                line.price(),
                null,
                Money.of("1.00", "USD"),
                line.taxPercent(),
                null,
                null,
                null);
        return new OrderResponse(
                whole.number(),
                whole.issuedAt(),
                whole.order(),
                whole.orderIssuedAt(),
                null,
                whole.status(),
                "EUR",
                "nl",
                false,
                whole.seller(),
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(wrong),
                null,
                whole.net(),
                whole.tax(),
                null,
                null,
                null);
    }

    private static Party seller() {
        return new Party(
                "Elektro Vermeulen bv",
                "5412345999997",
                "BE0987654394",
                new Contact("sales", "Jürgen Müller", "verkoop@vermeulen.example", "+32 9 123 45 67"),
                new Address(null, null, null, null, "Industrieweg 7", "9032", "Gent", "BE"));
    }

    private static Party buyer() {
        return new Party("Bouwgroep De Smet nv", "5412345000006", "BE0456789012", null, gent());
    }

    private static Address gent() {
        return new Address("HQ", null, null, null, "Kouter 1", "9000", "Gent", "BE");
    }

    public static OrderResponseLine accepted(String number) {
        return new OrderResponseLine(
                number,
                LineStatus.ACCEPTED,
                item("100001", "Installatiekabel XVB-F2 3G2,5 mm², grijs, haspel van 100 m"),
                Quantity.of("500", "MTR"),
                Quantity.of("500", "MTR"),
                MONDAY,
                Quantity.of("0", "MTR"),
                null,
                new Price(eur("82.50"), new BigDecimal("100")),
                new Price(eur("82.50"), new BigDecimal("100")),
                eur("412.50"),
                new BigDecimal("21"),
                null,
                List.of(),
                List.of());
    }

    public static OrderResponseLine changed(String number) {
        return new OrderResponseLine(
                number,
                LineStatus.CHANGED,
                item("100234", "Ledlamp E27 9 W warmwit"),
                Quantity.of("10", "H87"),
                Quantity.of("12", "H87"),
                MONDAY,
                null,
                null,
                Price.perUnit(eur("6.25")),
                Price.perUnit(eur("5.95")),
                eur("75.00"),
                new BigDecimal("21"),
                "Inclusief Recupel-bijdrage van € 0,05 per stuk.",
                List.of(
                        new Reason("PRICE_DIFFERS", "De prijs volgens het contract is € 6,25 per stuk."),
                        new Reason("STEP", "Verpakt per 6: het aantal is naar boven afgerond.")),
                List.of());
    }

    public static OrderResponseLine backordered(String number) {
        return new OrderResponseLine(
                number,
                LineStatus.BACKORDERED,
                item("100777", "Lasdoos opbouw IP65"),
                Quantity.of("20", "H87"),
                Quantity.of("12", "H87"),
                MONDAY,
                Quantity.of("8", "H87"),
                FEBRUARY,
                Price.perUnit(eur("4.10")),
                null,
                eur("82.00"),
                new BigDecimal("6"),
                null,
                List.of(new Reason("OUT_OF_STOCK", "Onvoldoende voorraad: 8 stuks volgen op 9 februari.")),
                List.of(new Reference(Reference.Kind.ACCOUNTING, "WBS", "P-88.1")));
    }

    public static OrderResponseLine rejected(String number) {
        return new OrderResponseLine(
                number,
                LineStatus.REJECTED,
                new Item("999999", null, null, null, null, "Onbekende schakelaar", List.of()),
                Quantity.of("5", "XBX"),
                Quantity.of("0", "XBX"),
                null,
                Quantity.of("0", "XBX"),
                null,
                null,
                Price.perUnit(eur("3.00")),
                null,
                null,
                null,
                List.of(new Reason(
                        "UNKNOWN_ARTICLE", "Artikel 999999 kennen we niet: kies een artikel uit de catalogus.")),
                List.of());
    }

    /** An accepted line with another description. */
    public static OrderResponseLine described(String description) {
        OrderResponseLine line = accepted("10");
        return new OrderResponseLine(
                line.number(),
                line.status(),
                new Item("100001", null, null, null, null, description, List.of()),
                line.ordered(),
                line.confirmed(),
                line.deliveryDate(),
                line.backordered(),
                line.backorderDate(),
                line.price(),
                line.orderedPrice(),
                line.amount(),
                line.taxPercent(),
                line.note(),
                line.reasons(),
                line.references());
    }

    static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }

    private static Item item(String number, String description) {
        return new Item(number, "B-" + number, "X-77", "Niko", "5412345678908", description, List.of());
    }
}
