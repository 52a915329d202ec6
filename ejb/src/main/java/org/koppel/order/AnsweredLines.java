package org.koppel.order;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.koppel.catalogue.Offer;
import org.koppel.codec.Problems;
import org.koppel.document.LineStatus;
import org.koppel.document.Order;
import org.koppel.document.OrderLine;
import org.koppel.document.OrderResponse;
import org.koppel.document.OrderResponseLine;
import org.koppel.document.Price;
import org.koppel.document.Reason;
import org.koppel.shared.Numbers;
import org.koppel.shared.Quantity;
import org.koppel.shared.Units;

/** What the back office says to each line of an order, as decisions. Everything that does not fit is noted, at its line. */
final class AnsweredLines {
    private final Order order;
    private final Map<String, Offer> offers;
    private final String currency;
    private final ReasonTexts texts;
    private final Problems problems;

    /** @param offers by line number, for what the answer does not repeat; @param currency agreed with the customer */
    AnsweredLines(Order order, Map<String, Offer> offers, String currency, ReasonTexts texts, Problems problems) {
        this.order = order;
        this.offers = offers;
        this.currency = currency;
        this.texts = texts;
        this.problems = problems;
    }

    /** One for each line of the order, in its order. Without lines, the whole is accepted as ordered, or rejected. */
    List<LineDecision> decisions(OrderResponse said) {
        if (said.lines().isEmpty()) {
            return whole(said);
        }
        Map<String, OrderResponseLine> byNumber = new HashMap<>();
        for (OrderResponseLine line : said.lines()) {
            if (order.lines().stream().noneMatch(l -> l.number().equals(line.number()))) {
                problem(
                        "LINE_UNKNOWN",
                        line.number(),
                        "The order has no such line. Answer the lines of the order only.");
            } else if (byNumber.put(line.number(), line) != null) {
                problem("DUPLICATE_LINE_NUMBER", line.number(), "The line is answered twice. Answer every line once.");
            }
        }
        List<LineDecision> decisions = new ArrayList<>();
        for (OrderLine line : order.lines()) {
            OrderResponseLine answer = byNumber.get(line.number());
            if (answer == null) {
                problem(
                        "LINE_NOT_ANSWERED",
                        line.number(),
                        "The line has no answer. Confirm it or reject it; what follows later is a back order.");
            } else {
                decisions.add(decision(line, answer));
            }
        }
        return decisions;
    }

    private List<LineDecision> whole(OrderResponse said) {
        if (said.status() != LineStatus.ACCEPTED && said.status() != LineStatus.REJECTED) {
            problems.add(
                    "LINES_MISSING",
                    "order " + order.number(),
                    "Only an order that is accepted or rejected as a whole needs no lines. Answer every line.");
            return List.of();
        }
        return order.lines().stream()
                .map(l -> said.status() == LineStatus.REJECTED
                        ? rejected(l, said.reasons())
                        : sold(l, new Sold(l.quantity().value(), BigDecimal.ZERO, null), null))
                .toList();
    }

    private record Sold(BigDecimal now, BigDecimal later, OrderResponseLine answer) {
        BigDecimal all() {
            return now.add(later);
        }
    }

    private LineDecision decision(OrderLine line, OrderResponseLine answer) {
        Sold sold = new Sold(now(line, answer), later(line, answer), answer);
        if (answer.status() == LineStatus.REJECTED && sold.all().signum() > 0) {
            problem(
                    "STATUS_CONTRADICTS",
                    line.number(),
                    "The line is rejected and has a quantity. Reject it with the quantity 0, or confirm it.");
        }
        if (sold.all().compareTo(line.quantity().value()) > 0) {
            problem(
                    "QUANTITY_EXCEEDS_ORDER",
                    line.number(),
                    "Confirmed and back-ordered are " + Numbers.plain(sold.all()) + ", ordered are "
                            + Numbers.plain(line.quantity().value()) + ". Confirm what was ordered at most.");
        }
        List<Reason> reasons = answer.reasons();
        return sold.all().signum() == 0 ? rejected(line, reasons) : sold(line, sold, answer.price());
    }

    private BigDecimal now(OrderLine line, OrderResponseLine answer) {
        if (answer.confirmed() != null) {
            return inUnitOf(line, answer.confirmed());
        }
        if (answer.status() == null) {
            problem(
                    "QUANTITY_MISSING",
                    line.number(),
                    "Neither quantity nor status is there. Say how much is confirmed.");
        }
        return answer.status() == LineStatus.ACCEPTED ? line.quantity().value() : BigDecimal.ZERO;
    }

    private BigDecimal later(OrderLine line, OrderResponseLine answer) {
        return answer.backordered() == null ? BigDecimal.ZERO : inUnitOf(line, answer.backordered());
    }

    private BigDecimal inUnitOf(OrderLine line, Quantity quantity) {
        if (!quantity.isZero() && !Units.fit(quantity.unit(), line.quantity().unit())) {
            problem(
                    "UNIT_DIFFERS",
                    line.number(),
                    "The answer counts in " + quantity.unit() + ", the order in "
                            + line.quantity().unit() + ". Answer in the unit of the order.");
        }
        return quantity.value();
    }

    private LineDecision rejected(OrderLine line, List<Reason> reasons) {
        List<Reason> why =
                reasons.isEmpty() ? List.of(texts.reason("BACK_OFFICE_REFUSES_LINE", line.number())) : reasons;
        return LineDecision.rejected(Optional.ofNullable(offers.get(line.number())), why);
    }

    private LineDecision sold(OrderLine line, Sold sold, Price said) {
        Optional<Offer> offer = Optional.ofNullable(offers.get(line.number()));
        Price price = said != null
                ? said.withBaseOf(line.price())
                : offer.map(Offer::handedPrice).orElse(line.price());
        if (price == null) {
            problem("PRICE_MISSING", line.number(), "Neither the answer nor the catalogue has a price. Name one.");
        } else if (!price.amount().currency().equals(currency)) {
            problem(
                    "CURRENCY_DIFFERS",
                    line.number(),
                    "The price is in " + price.amount().currency() + ", agreed is " + currency + ". Answer in that.");
        }
        OrderResponseLine answer = sold.answer();
        return new LineDecision(
                status(line, sold, price),
                sold.now(),
                answer == null ? null : answer.deliveryDate(),
                sold.later(),
                answer == null ? null : answer.backorderDate(),
                price,
                offer,
                answer == null ? List.of() : answer.reasons());
    }

    /** By what is said in numbers, which a buyer compares; the back office's word counts only where it says more. */
    private static LineStatus status(OrderLine line, Sold sold, Price price) {
        if (sold.later().signum() > 0) {
            return LineStatus.BACKORDERED;
        }
        boolean said = sold.answer() != null && sold.answer().status() == LineStatus.CHANGED;
        boolean less = sold.now().compareTo(line.quantity().value()) != 0;
        boolean dearer = price != null
                && line.price() != null
                && price.perOne().amount().compareTo(line.price().perOne().amount()) != 0;
        return said || less || dearer ? LineStatus.CHANGED : LineStatus.ACCEPTED;
    }

    private void problem(String code, String line, String message) {
        problems.add(code, "line " + line, message);
    }
}
