package org.koppel.codec;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.koppel.document.Address;
import org.koppel.document.Contact;
import org.koppel.document.Item;
import org.koppel.document.Order;
import org.koppel.document.OrderCancellation;
import org.koppel.document.OrderChange;
import org.koppel.document.OrderLine;
import org.koppel.document.Party;
import org.koppel.document.Price;
import org.koppel.document.Reference;
import org.koppel.shared.DocumentNumber;
import org.koppel.shared.Money;
import org.koppel.shared.Quantity;

/** Orders as they go to a back office. */
public final class OutgoingOrders {
    private static final OffsetDateTime MONDAY = OffsetDateTime.parse("2026-01-05T00:00:00Z");

    private OutgoingOrders() {}

    /** Two lines, the second with a day and a place of its own. */
    public static Order anOrder() {
        return new Order(
                new DocumentNumber("4711"),
                null,
                MONDAY,
                "EUR",
                "nl",
                false,
                buyer(),
                new Party("Bouwgroep, boekhouding", "5412345000044", null, null, null),
                new Address("YARD", null, "Werf Aalst", null, "Dokweg 14", "9300", "Aalst", "BE"),
                LocalDate.of(2026, 1, 12),
                "Lossen aan de poort",
                Money.of("487.50", "EUR"),
                List.of(
                        Reference.of(Reference.Kind.REQUISITION, "BA-7"),
                        Reference.of(Reference.Kind.CONTRACT, "RK-88"),
                        new Reference(Reference.Kind.OTHER, "CustomerReference", "An Peeters")),
                List.of(
                        line(
                                "10",
                                "100001",
                                "500",
                                "MTR",
                                new Price(Money.of("82.50", "EUR"), new BigDecimal(100)),
                                null),
                        line(
                                "20",
                                "100234",
                                "12",
                                "H87",
                                Price.perUnit(Money.of("6.25", "EUR")),
                                LocalDate.of(2026, 1, 20))));
    }

    /** The same with one line less. */
    public static OrderChange aChange() {
        Order o = anOrder();
        Order after = new Order(
                o.number(),
                null,
                o.issuedAt(),
                o.currency(),
                o.language(),
                false,
                o.buyer(),
                o.invoicee(),
                o.shipTo(),
                o.requestedDelivery(),
                o.note(),
                null,
                o.references(),
                o.lines().subList(0, 1));
        return OrderChange.complete(new DocumentNumber("4711-C1"), "1", after);
    }

    public static OrderCancellation aCancellation() {
        return new OrderCancellation(
                new DocumentNumber("4711-X2"), "2", MONDAY, new DocumentNumber("4711"), false, "Not needed", buyer());
    }

    private static Party buyer() {
        Address gent = new Address(
                "bouwgroep", "5412345000006", "Bouwgroep De Smet nv", null, "Kouter 1", "9000", "Gent", "BE");
        Contact contact = new Contact(null, "An Peeters", "an@bouwgroep.example", "+32 9 123 45 67");
        return new Party("Bouwgroep De Smet nv", "5412345000006", "BE0555444368", contact, gent);
    }

    private static OrderLine line(
            String number, String article, String quantity, String unit, Price price, LocalDate day) {
        return new OrderLine(
                number,
                new Item(article, "B-" + article, "X-77", "Niko", "5412345678908", "Installatiekabel", List.of()),
                Quantity.of(quantity, unit),
                price,
                day,
                "Per pallet",
                null,
                List.of(new Reference(Reference.Kind.ACCOUNTING, null, "KP-1200")));
    }
}
