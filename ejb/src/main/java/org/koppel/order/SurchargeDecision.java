package org.koppel.order;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.koppel.catalogue.Offer;
import org.koppel.catalogue.Surcharge;
import org.koppel.document.LineStatus;
import org.koppel.document.OrderLine;
import org.koppel.document.Price;
import org.koppel.document.Reason;
import org.koppel.shared.Money;
import org.koppel.shared.Units;

/** What we say to a line that is a surcharge: it goes the way of the articles that bear it. */
final class SurchargeDecision {
    private final Terms terms;
    private final ReasonTexts texts;

    SurchargeDecision(Terms terms, ReasonTexts texts) {
        this.terms = terms;
        this.texts = texts;
    }

    /** @param bearers what was decided of the articles' lines; at least one */
    LineDecision decide(OrderLine line, Surcharge surcharge, List<LineDecision> bearers) {
        List<LineDecision> sold =
                bearers.stream().filter(b -> b.sold().signum() > 0).toList();
        if (sold.isEmpty()) {
            Optional<Offer> offer = bearers.get(0).offer().map(o -> as(surcharge, o));
            return LineDecision.rejected(offer, List.of(texts.reason("SURCHARGE_REFUSED", surcharge.name())));
        }
        Offer offer = as(surcharge, sold.get(0).offer().orElseThrow());
        if (!Units.same(line.quantity().unit(), offer.unit())) {
            return LineDecision.rejected(
                    Optional.of(offer),
                    List.of(texts.reason(
                            "UNIT_DIFFERS", Units.iso(line.quantity().unit()), Units.iso(offer.unit()))));
        }
        return accept(line, offer, sold);
    }

    private LineDecision accept(OrderLine line, Offer offer, List<LineDecision> sold) {
        List<Reason> remarks = new ArrayList<>();
        Price price = price(line, offer, remarks);
        BigDecimal now = sum(sold, LineDecision::confirmed);
        BigDecimal later = sum(sold, LineDecision::backordered);
        if (now.add(later).compareTo(line.quantity().value()) != 0) {
            remarks.add(texts.reason("SURCHARGE_QUANTITY", offer.description(), now.add(later)));
        }
        LineStatus status = remarks.isEmpty() ? LineStatus.ACCEPTED : LineStatus.CHANGED;
        LocalDate backorderDate = latest(sold, LineDecision::backorderDate);
        if (later.signum() > 0) {
            status = LineStatus.BACKORDERED;
            remarks.add(texts.reason(backorderDate == null ? "BACKORDERED_UNDATED" : "BACKORDERED", later));
        }
        return new LineDecision(
                status,
                now,
                latest(sold, LineDecision::deliveryDate),
                later,
                backorderDate,
                price,
                Optional.of(offer),
                remarks);
    }

    private Price price(OrderLine line, Offer offer, List<Reason> remarks) {
        if (line.price() == null) {
            return offer.price();
        }
        Money expected = line.price().perOne();
        Money ours = offer.price().perOne();
        boolean near =
                expected.currency().equals(ours.currency()) && terms.tolerates().test(expected, ours);
        if (near || offer.price().isRoundedTo(expected)) {
            return line.price();
        }
        remarks.add(texts.reason(
                "PRICE_DIFFERS", expected.amount(), ours.amount(), ours.currency(), Units.iso(offer.unit())));
        return offer.price();
    }

    private static BigDecimal sum(List<LineDecision> decisions, Function<LineDecision, BigDecimal> value) {
        return decisions.stream().map(value).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static LocalDate latest(List<LineDecision> decisions, Function<LineDecision, LocalDate> date) {
        return decisions.stream()
                .map(date)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** The surcharge as if it were an article, so that the answer words it like every line. */
    private static Offer as(Surcharge surcharge, Offer bearer) {
        return new Offer(
                surcharge.number(),
                surcharge.name(),
                true,
                bearer.unit(),
                BigDecimal.ONE,
                BigDecimal.ONE,
                Price.perUnit(surcharge.amount()),
                bearer.stock(),
                bearer.restock(),
                bearer.leadTimeDays(),
                surcharge.taxPercent(),
                null,
                null,
                null,
                null,
                null,
                bearer.classifications(),
                List.of());
    }
}
