package org.koppel.codec;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.koppel.document.Address;
import org.koppel.document.DespatchAdvice;
import org.koppel.document.DespatchLine;
import org.koppel.document.Invoice;
import org.koppel.document.InvoiceLine;
import org.koppel.document.InvoiceSums;
import org.koppel.document.Item;
import org.koppel.document.LineStatus;
import org.koppel.document.Order;
import org.koppel.document.OrderChange;
import org.koppel.document.OrderLine;
import org.koppel.document.OrderResponse;
import org.koppel.document.OrderResponseLine;
import org.koppel.document.Price;
import org.koppel.document.Reference;
import org.koppel.shared.DocumentNumber;
import org.koppel.shared.Money;
import org.koppel.shared.Quantity;

/** Documents with two lines and everything that is {@link Asked}. The second line has no references, and in an order a place of its own, so that it can be told whose what is. */
final class AskingDocuments {
    private static final DocumentNumber ORDER = new DocumentNumber(Asked.ORDER.value());
    private static final String OTHER_LINE = "70102";
    private static final LocalDate MONDAY = LocalDate.of(2026, 1, 12);
    private static final Item CABLE =
            new Item("100001", "B-1", null, null, "5412345678908", "Installatiekabel", List.of());
    private static final Quantity FIVE = Quantity.of("5", "H87");
    private static final Price PRICE = Price.perUnit(Money.of("6.25", "EUR"));
    private static final List<Reference> OF_ORDER = Asked.values(Asked.OF_ORDER);
    private static final List<Reference> OF_LINE = Asked.values(Asked.OF_LINE);

    private AskingDocuments() {}

    /** Where the goods go, by the buyer's code. @param gln may be null */
    static Address yard(String gln) {
        return place(Asked.SHIP_TO.value(), gln);
    }

    private static Address place(String id, String gln) {
        return new Address(id, gln, "Werf Aalst", null, "Dokweg 14", "9300", "Aalst", "BE");
    }

    static Order order(Address shipTo) {
        Order o = OutgoingOrders.anOrder();
        return new Order(
                ORDER,
                null,
                o.issuedAt(),
                "EUR",
                "nl",
                false,
                o.buyer(),
                null,
                shipTo,
                null,
                null,
                null,
                OF_ORDER,
                List.of(
                        ordered(Asked.LINE.value(), null, OF_LINE),
                        ordered(OTHER_LINE, place(Asked.LINE_SHIP_TO.value(), null), List.of())));
    }

    private static OrderLine ordered(String number, Address shipTo, List<Reference> references) {
        return new OrderLine(number, CABLE, FIVE, PRICE, null, null, shipTo, references);
    }

    static OrderChange change(Address shipTo) {
        return OrderChange.complete(new DocumentNumber("C1"), "1", order(shipTo));
    }

    /** @param status ACCEPTED, or CHANGED by the second line */
    static OrderResponse response(Address shipTo, LineStatus status) {
        OrderResponse r = OrderResponses.aResponse().build();
        return new OrderResponse(
                r.number(),
                r.issuedAt(),
                ORDER,
                r.orderIssuedAt(),
                r.orderMessageId(),
                status,
                "EUR",
                "nl",
                false,
                r.seller(),
                Invoices.anInvoice().buyer(),
                null,
                shipTo,
                null,
                OF_ORDER,
                List.of(),
                List.of(
                        answered(Asked.LINE.value(), LineStatus.ACCEPTED, OF_LINE),
                        answered(OTHER_LINE, status, List.of())),
                r.taxSubtotals(),
                r.net(),
                r.tax(),
                r.gross(),
                null,
                null);
    }

    private static OrderResponseLine answered(String number, LineStatus status, List<Reference> references) {
        return new OrderResponseLine(
                number,
                status,
                CABLE,
                FIVE,
                FIVE,
                MONDAY,
                null,
                null,
                PRICE,
                PRICE,
                Money.of("31.25", "EUR"),
                new BigDecimal("21"),
                null,
                List.of(),
                references);
    }

    static DespatchAdvice despatch(Address shipTo) {
        DespatchAdvice a = DespatchAdvices.anAdvice();
        return new DespatchAdvice(
                a.number(),
                a.issuedAt(),
                ORDER,
                a.orderIssuedAt(),
                a.orderMessageId(),
                MONDAY,
                null,
                true,
                "nl",
                false,
                a.seller(),
                a.buyer(),
                shipTo,
                null,
                null,
                List.of(),
                OF_ORDER,
                List.of(
                        new DespatchLine("1", Asked.LINE.value(), CABLE, FIVE, null, null, null, OF_LINE),
                        new DespatchLine("2", OTHER_LINE, CABLE, FIVE, null, null, null, List.of())));
    }

    static Invoice invoice(Address shipTo) {
        Invoice i = Invoices.anInvoice();
        return InvoiceSums.reckoned(new Invoice(
                i.number(),
                i.kind(),
                i.customer(),
                i.issuedOn(),
                i.dueOn(),
                null,
                "EUR",
                "nl",
                false,
                null,
                reference("CustomerReference"),
                ORDER,
                i.orderIssuedAt(),
                i.orderMessageId(),
                null,
                null,
                List.of(),
                i.seller(),
                i.buyer(),
                null,
                shipTo,
                MONDAY,
                null,
                i.payment(),
                OF_ORDER,
                List.of(),
                List.of(charged("1", Asked.LINE.value(), OF_LINE), charged("2", OTHER_LINE, List.of())),
                List.of(),
                null));
    }

    /** The buyer's reference (BT-10) is one of the order's. */
    private static String reference(String name) {
        return OF_ORDER.stream()
                .filter(r -> name.equals(r.name()))
                .findFirst()
                .orElseThrow()
                .value();
    }

    private static InvoiceLine charged(String number, String orderLine, List<Reference> references) {
        return new InvoiceLine(
                number,
                null,
                orderLine,
                null,
                CABLE,
                FIVE,
                PRICE,
                List.of(),
                null,
                null,
                new BigDecimal("21"),
                null,
                null,
                references);
    }
}
