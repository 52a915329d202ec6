package org.koppel.order;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.koppel.catalogue.Offer;
import org.koppel.document.Address;
import org.koppel.document.LineStatus;
import org.koppel.document.Order;
import org.koppel.document.OrderLine;
import org.koppel.document.Price;
import org.koppel.document.Reason;
import org.koppel.shared.Money;
import org.koppel.shared.Units;

/**
 * Judges the lines of an order by site, assortment, unit, quantity, agreed price and stock, as policy AUTO confirms them. All
 * reasons against a line are found at once. Reads nothing: it is given the offers.
 */
final class Assessment {
    private final Terms terms;
    private final ReasonTexts texts;
    private final LocalDate today;
    /** Stock that earlier lines of the order have taken, by article. */
    private final Map<String, BigDecimal> promised = new HashMap<>();

    Assessment(Terms terms, String language, LocalDate today) {
        this.terms = terms;
        this.texts = new ReasonTexts(language);
        this.today = today;
    }

    /** @param offers by line number; a missing one is an unknown article */
    List<LineDecision> judge(Order order, Map<String, Offer> offers) {
        return judge(order, offers, Set.of());
    }

    /** @param surchargeNumbers those of the order's supplier numbers that name surcharges */
    List<LineDecision> judge(Order order, Map<String, Offer> offers, Set<String> surchargeNumbers) {
        promised.clear();
        SurchargeLines surcharges = SurchargeLines.of(order, offers);
        Map<String, LineDecision> decided = new HashMap<>();
        for (OrderLine line : surcharges.articles(order)) {
            Optional<Offer> offer = Optional.ofNullable(offers.get(line.number()));
            String number = line.item().sellersId();
            boolean alone = offer.isEmpty() && number != null && surchargeNumbers.contains(number);
            decided.put(
                    line.number(),
                    alone
                            ? LineDecision.rejected(offer, List.of(texts.reason("SURCHARGE_ALONE", number)))
                            : withSurcharges(line, judge(order, line, offer, surcharges), surcharges));
        }
        SurchargeDecision borne = new SurchargeDecision(terms, texts);
        for (OrderLine line : order.lines()) {
            SurchargeLines.Borne match = surcharges.borneBy(line);
            if (match != null) {
                List<LineDecision> bearers = match.bearers().stream()
                        .map(b -> decided.get(b.number()))
                        .toList();
                decided.put(line.number(), borne.decide(line, match.surcharge(), bearers));
            }
        }
        return order.lines().stream().map(l -> decided.get(l.number())).toList();
    }

    /** Says what the invoice will add when the order has no line for it. */
    private LineDecision withSurcharges(OrderLine line, LineDecision decision, SurchargeLines surcharges) {
        if (decision.sold().signum() == 0 || decision.offer().isEmpty()) {
            return decision;
        }
        Offer offer = decision.offer().get();
        List<Reason> reasons = new ArrayList<>(decision.reasons());
        surcharges
                .missing(line, offer)
                .forEach(s -> reasons.add(texts.reason(
                        "SURCHARGE_EXTRA",
                        s.name(),
                        s.amount().amount(),
                        s.amount().currency(),
                        Units.iso(offer.unit()))));
        return decision.with(reasons);
    }

    private LineDecision judge(Order order, OrderLine line, Optional<Offer> offer, SurchargeLines surcharges) {
        List<Reason> against = new ArrayList<>();
        siteOf(order, line).ifPresent(site -> against.add(texts.reason("SITE_UNKNOWN", site)));
        if (offer.isEmpty()) {
            against.add(texts.reason("ARTICLE_UNKNOWN", nameOf(line)));
        } else if (!offer.get().visible()) {
            against.add(notInAssortment(offer.get()));
        } else {
            refuse(order, line, offer.get(), against);
        }
        return against.isEmpty()
                ? accept(line, offer.orElseThrow(), surcharges)
                : LineDecision.rejected(offer, against);
    }

    /** The address id the line goes to, when the customer has sites and this is none of them. */
    private Optional<String> siteOf(Order order, OrderLine line) {
        Address to = line.shipTo() == null ? order.shipTo() : line.shipTo();
        return Optional.ofNullable(to)
                .map(Address::id)
                .filter(id -> !terms.sites().isEmpty() && !terms.sites().contains(id));
    }

    private Reason notInAssortment(Offer offer) {
        return offer.successor() == null
                ? texts.reason("NOT_IN_ASSORTMENT", offer.article())
                : texts.reason("REPLACED", offer.article(), offer.successor());
    }

    private void refuse(Order order, OrderLine line, Offer offer, List<Reason> against) {
        String currency =
                line.price() == null ? order.currency() : line.price().amount().currency();
        if (!currency.equals(terms.currency())) {
            against.add(texts.reason("CURRENCY_DIFFERS", currency, terms.currency()));
        }
        if (offer.price() == null) {
            against.add(texts.reason("PRICE_MISSING", offer.article(), terms.currency()));
        }
        if (!Units.same(line.quantity().unit(), offer.unit())) {
            against.add(texts.reason("UNIT_DIFFERS", Units.iso(line.quantity().unit()), Units.iso(offer.unit())));
            return; // quantities in another unit cannot be compared
        }
        BigDecimal quantity = line.quantity().value();
        if (quantity.compareTo(offer.minimum()) < 0) {
            against.add(texts.reason("BELOW_MINIMUM", offer.minimum(), Units.iso(offer.unit())));
        } else if (quantity.remainder(offer.step()).signum() != 0) {
            BigDecimal packs = quantity.divide(offer.step(), 0, RoundingMode.CEILING);
            against.add(texts.reason(
                    "NOT_A_MULTIPLE", offer.step(), packs.multiply(offer.step()), Units.iso(offer.unit())));
        }
    }

    private LineDecision accept(OrderLine line, Offer offer, SurchargeLines surcharges) {
        List<Reason> remarks = new ArrayList<>();
        Price price = priceOf(line, offer, surcharges.expectedPrice(line, offer), remarks);
        BigDecimal wanted = line.quantity().value();
        BigDecimal left = offer.stock().subtract(promised.getOrDefault(offer.article(), BigDecimal.ZERO));
        BigDecimal now = left.max(BigDecimal.ZERO).min(wanted);
        promised.merge(offer.article(), now, BigDecimal::add);
        BigDecimal later = wanted.subtract(now);
        LineStatus status = remarks.isEmpty() ? LineStatus.ACCEPTED : LineStatus.CHANGED;
        if (later.signum() > 0) {
            status = LineStatus.BACKORDERED;
            remarks.add(
                    offer.restock() == null
                            ? texts.reason("BACKORDERED_UNDATED", later)
                            : texts.reason("BACKORDERED", later));
        }
        return new LineDecision(
                status,
                now,
                now.signum() > 0
                        ? notBefore(line.requestedDelivery(), WorkingDays.after(today, offer.leadTimeDays()))
                        : null,
                later,
                later.signum() > 0 && offer.restock() != null
                        ? notBefore(line.requestedDelivery(), WorkingDays.after(offer.restock(), offer.leadTimeDays()))
                        : null,
                price,
                Optional.of(offer),
                remarks);
    }

    /** The buyer's price where it is close enough to ours, else ours with a remark. */
    private Price priceOf(OrderLine line, Offer offer, Price ours, List<Reason> remarks) {
        if (line.price() == null) {
            return ours;
        }
        Money expected = line.price().perOne();
        Money agreed = ours.perOne();
        if (terms.tolerates().test(expected, agreed) || ours.isRoundedTo(expected)) {
            return line.price();
        }
        remarks.add(texts.reason(
                "PRICE_DIFFERS", expected.amount(), agreed.amount(), agreed.currency(), Units.iso(offer.unit())));
        return ours;
    }

    private static LocalDate notBefore(LocalDate wanted, LocalDate possible) {
        return wanted != null && wanted.isAfter(possible) ? wanted : possible;
    }

    private static String nameOf(OrderLine line) {
        String number = line.item().sellersId();
        return number == null ? String.valueOf(line.item().description()) : number;
    }
}
