package org.koppel.order;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.koppel.catalogue.AnOffer;
import org.koppel.catalogue.Offer;
import org.koppel.document.Address;
import org.koppel.document.Item;
import org.koppel.document.Order;
import org.koppel.document.OrderLine;
import org.koppel.document.Price;
import org.koppel.shared.DocumentNumber;
import org.koppel.shared.Money;
import org.koppel.shared.Quantity;
import org.koppel.shared.UnitCode;

/** Orders, offers and terms for tests: small, readable, alike. */
final class Orders {
    /** A Monday. */
    static final LocalDate MONDAY = LocalDate.of(2026, 1, 5);

    static final Terms TERMS = new Terms(
            "EUR",
            (expected, agreed) ->
                    expected.amount().subtract(agreed.amount()).abs().compareTo(new BigDecimal("0.01")) <= 0,
            Set.of("HQ", "YARD"));

    private Orders() {}

    static Order anOrder(OrderLine... lines) {
        return to("HQ", lines);
    }

    static Order to(String addressId, OrderLine... lines) {
        return new Order(
                new DocumentNumber("4711"),
                null,
                OffsetDateTime.parse("2026-01-05T08:00:00+01:00"),
                "EUR",
                "en",
                false,
                null,
                null,
                new Address(addressId, null, "Head office", null, "Kerkstraat 1", "9000", "Gent", "BE"),
                null,
                null,
                null,
                List.of(),
                List.of(lines));
    }

    static OrderLine line(String number, String article, String quantity, String price) {
        return line(number, article, Quantity.of(quantity, "H87"), Money.of(price, "EUR"));
    }

    static OrderLine line(String number, String article, Quantity quantity, Money price) {
        return new OrderLine(
                number,
                new Item(article, null, null, null, null, "Item " + article, List.of()),
                quantity,
                price == null ? null : Price.perUnit(price),
                null,
                null,
                null,
                List.of());
    }

    /** An article of 4.50 EUR a piece, minimum 2, sold in pairs, delivered the day after tomorrow. */
    static Offer offer(String article, String stock, LocalDate restock) {
        return offer(article, true, stock, restock, null);
    }

    static Offer offer(String article, boolean visible, String stock, LocalDate restock, String successor) {
        return AnOffer.of(article, "Socket")
                .visible(visible)
                .unit(UnitCode.PIECE)
                .steps(new BigDecimal(2), new BigDecimal(2))
                .price(Price.perUnit(Money.of("4.50", "EUR")))
                .stock(new BigDecimal(stock))
                .restock(restock)
                .leadTimeDays(2)
                .taxPercent(new BigDecimal(21))
                .successor(successor)
                .build();
    }
}
