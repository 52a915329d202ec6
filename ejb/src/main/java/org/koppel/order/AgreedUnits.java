package org.koppel.order;

import java.util.List;
import java.util.Map;
import org.koppel.catalogue.Offer;
import org.koppel.document.Order;
import org.koppel.document.OrderLine;
import org.koppel.shared.Quantity;
import org.koppel.shared.UnitCode;

/** Gives lines that name no unit the one in which the article is sold, or for a surcharge that of the article that bears it. */
final class AgreedUnits {
    private AgreedUnits() {}

    /** @param offers by line number; the line of an unknown article, and of a surcharge that none bears, stays as it is */
    static Order filled(Order order, Map<String, Offer> offers) {
        if (order.lines().stream().noneMatch(AgreedUnits::lacksUnit)) {
            return order;
        }
        SurchargeLines surcharges = SurchargeLines.of(order, offers);
        List<OrderLine> lines = order.lines().stream()
                .map(l -> filled(l, article(l, surcharges, offers)))
                .toList();
        return new Order(
                order.number(),
                order.version(),
                order.issuedAt(),
                order.currency(),
                order.language(),
                order.test(),
                order.buyer(),
                order.invoicee(),
                order.shipTo(),
                order.requestedDelivery(),
                order.note(),
                order.total(),
                order.references(),
                lines,
                order.card());
    }

    /** Null when nobody knows it. */
    private static Offer article(OrderLine line, SurchargeLines surcharges, Map<String, Offer> offers) {
        SurchargeLines.Borne borne = surcharges.borneBy(line);
        return offers.get(borne == null ? line.number() : borne.bearers().get(0).number());
    }

    private static OrderLine filled(OrderLine line, Offer offer) {
        if (offer == null || !lacksUnit(line)) {
            return line;
        }
        return new OrderLine(
                line.number(),
                line.item(),
                new Quantity(line.quantity().value(), offer.unit()),
                line.price(),
                line.requestedDelivery(),
                line.note(),
                line.shipTo(),
                line.references());
    }

    private static boolean lacksUnit(OrderLine line) {
        return line.quantity().unit().equals(UnitCode.AGREED);
    }
}
