package org.koppel.order;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.koppel.catalogue.Offer;
import org.koppel.catalogue.Surcharge;
import org.koppel.document.Order;
import org.koppel.document.OrderLine;
import org.koppel.document.Price;

/**
 * Which lines of an order are no articles but surcharges of other lines. Such a line carries the surcharge's number. Where an
 * order has one line of a surcharge it stands for all its articles (buyers' systems add equal lines up); of several, each goes with the
 * nearest article before it of the same quantity, else the nearest that is left.
 */
final class SurchargeLines {
    private final Map<String, Borne> byLine = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    /** A surcharge and the lines of the articles that bear it; at least one. */
    record Borne(Surcharge surcharge, List<OrderLine> bearers) {}

    private SurchargeLines() {}

    /** @param offers by line number; a line that has one is an article */
    static SurchargeLines of(Order order, Map<String, Offer> offers) {
        SurchargeLines found = new SurchargeLines();
        Map<String, List<OrderLine>> byNumber = new HashMap<>();
        for (OrderLine line : order.lines()) {
            if (!offers.containsKey(line.number()) && line.item().sellersId() != null) {
                byNumber.computeIfAbsent(key(line.item().sellersId()), k -> new ArrayList<>())
                        .add(line);
            }
        }
        byNumber.forEach((number, lines) -> found.match(number, lines, order, offers));
        return found;
    }

    boolean contains(OrderLine line) {
        return byLine.containsKey(line.number());
    }

    /** Null when the line is none. */
    Borne borneBy(OrderLine line) {
        return byLine.get(line.number());
    }

    /** The lines that are articles, known or not. */
    List<OrderLine> articles(Order order) {
        return order.lines().stream().filter(l -> !contains(l)).toList();
    }

    /** Surcharges of an article's line that the order has no line of and that its price does not contain. */
    List<Surcharge> missing(OrderLine article, Offer offer) {
        return offer.surcharges().stream()
                .filter(s -> s.handling() != Surcharge.Handling.IN_PRICE)
                .filter(s -> !taken.contains(place(article, key(s.number()))))
                .toList();
    }

    /** What the article's line has to cost: with the surcharges that its price contains, unless the order has lines of them. */
    Price expectedPrice(OrderLine article, Offer offer) {
        return offer.priceWith(offer.surcharges().stream()
                .filter(s -> s.handling() == Surcharge.Handling.IN_PRICE)
                .filter(s -> !taken.contains(place(article, key(s.number()))))
                .toList());
    }

    private void match(String number, List<OrderLine> lines, Order order, Map<String, Offer> offers) {
        List<OrderLine> bearers = order.lines().stream()
                .filter(l -> offers.containsKey(l.number()))
                .filter(l -> surcharge(offers.get(l.number()), number) != null)
                .toList();
        long kinds = bearers.stream()
                .map(l -> offers.get(l.number()))
                .map(o -> List.of(surcharge(o, number).amount(), o.unit()))
                .distinct()
                .count();
        if (lines.size() == 1 && kinds == 1) { // equal amounts of equal units are what can be added up
            put(lines.get(0), number, bearers, offers);
            return;
        }
        for (OrderLine line : lines) {
            nearest(
                            line,
                            order.lines(),
                            bearers.stream()
                                    .filter(b -> !taken.contains(place(b, number)))
                                    .toList())
                    .ifPresent(bearer -> put(line, number, List.of(bearer), offers));
        }
    }

    private void put(OrderLine line, String number, List<OrderLine> bearers, Map<String, Offer> offers) {
        Surcharge surcharge = surcharge(offers.get(bearers.get(0).number()), number);
        byLine.put(line.number(), new Borne(surcharge, bearers));
        bearers.forEach(b -> taken.add(place(b, number)));
    }

    private static Optional<OrderLine> nearest(OrderLine line, List<OrderLine> all, List<OrderLine> left) {
        int place = all.indexOf(line);
        List<OrderLine> before = new ArrayList<>(
                left.stream().filter(b -> all.indexOf(b) < place).toList());
        Collections.reverse(before);
        List<OrderLine> ordered = Stream.concat(before.stream(), left.stream().filter(b -> all.indexOf(b) > place))
                .toList();
        BigDecimal quantity = line.quantity().value();
        return Stream.concat(
                        ordered.stream().filter(b -> b.quantity().value().compareTo(quantity) == 0), ordered.stream())
                .findFirst();
    }

    private static Surcharge surcharge(Offer offer, String number) {
        return offer.surcharges().stream()
                .filter(s -> key(s.number()).equals(number))
                .findFirst()
                .orElse(null);
    }

    private static String place(OrderLine article, String number) {
        return article.number() + " " + number;
    }

    /** As the catalogue compares numbers. */
    private static String key(String number) {
        return number.replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT);
    }
}
