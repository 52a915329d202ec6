package org.koppel.punchout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.koppel.catalogue.Audience;
import org.koppel.catalogue.Offer;
import org.koppel.catalogue.Offers;
import org.koppel.catalogue.Wanted;
import org.koppel.punchout.QuickLine.Outcome;
import org.koppel.punchout.quick.QuickRow;
import org.koppel.shared.UnitCode;
import org.koppel.shared.Units;

/**
 * Puts many articles into the cart at once. Rows that can be ordered go in, packs and minimums are kept by raising the
 * quantity, dead articles are replaced by successors that are sold by the same unit; every row says what became of it. All rows cost three questions to
 * the catalogue, however many they are.
 */
@ApplicationScoped
@Transactional
public class QuickOrder {
    @Inject
    Carts carts;

    @Inject
    Offers offers;

    @Inject
    CartTerms terms = CartTerms.USUAL;

    /** @return one line per row, in their order */
    public List<QuickLine> add(Visit visit, List<QuickRow> rows) {
        Audience audience = terms.audience(visit);
        Map<String, Offer> found = find(audience, visit.language(), rows);
        Map<String, Offer> successors = successors(audience, visit.language(), found);
        List<QuickLine> lines = new ArrayList<>();
        Map<Offer, BigDecimal> added = new LinkedHashMap<>();
        Map<String, BigDecimal> quantities = carts.quantities(visit);
        for (QuickRow row : rows) {
            Offer meant = found.get(key(row));
            Offer offer = meant == null || meant.visible() ? meant : successors.get(meant.successor());
            QuickLine line = offer == null || isCounted(row, meant, offer)
                    ? line(row, offer, offer != meant, quantities)
                    : new QuickLine(row, Outcome.OTHER_UNIT, offer, null);
            lines.add(line);
            if (line.outcome().isAdded()) {
                quantities.merge(offer.article(), line.quantity(), BigDecimal::add);
                added.put(offer, quantities.get(offer.article()));
            }
        }
        if (!added.isEmpty()) {
            carts.putAll(visit, added);
        }
        return lines;
    }

    /** By the supplier's number, and what that does not find by the buyer's, the manufacturer's or the GTIN. */
    private Map<String, Offer> find(Audience audience, String language, List<QuickRow> rows) {
        Map<String, Offer> found = new LinkedHashMap<>(offers.offers(
                audience,
                rows.stream()
                        .filter(r -> !r.number().isEmpty())
                        .map(r -> new Wanted(key(r), r.number(), null, null, null, null))
                        .toList(),
                language));
        List<Wanted> others = rows.stream()
                .filter(r -> !r.number().isEmpty() && !found.containsKey(key(r)))
                .map(r -> new Wanted(key(r), null, r.number(), r.number(), r.number(), null))
                .toList();
        found.putAll(offers.offers(audience, others, language));
        return found;
    }

    private Map<String, Offer> successors(Audience audience, String language, Map<String, Offer> found) {
        List<Wanted> wanted = found.values().stream()
                .filter(o -> !o.visible() && o.successor() != null)
                .map(o -> Wanted.article(o.successor(), null))
                .distinct()
                .toList();
        return offers.offers(audience, wanted, language);
    }

    /** Whether the row's quantity counts what the offer is sold by. @param meant the article of the row's number */
    private static boolean isCounted(QuickRow row, Offer meant, Offer offer) {
        UnitCode counted = row.unit() == null ? meant.unit() : row.unit();
        return Units.same(counted, offer.unit());
    }

    private static QuickLine line(QuickRow row, Offer offer, boolean replaced, Map<String, BigDecimal> quantities) {
        if (offer == null) {
            return new QuickLine(row, row.number().isEmpty() ? Outcome.NO_NUMBER : Outcome.UNKNOWN, null, null);
        }
        if (row.quantity() == null && !row.typed().isEmpty()) {
            return new QuickLine(row, Outcome.UNREADABLE, offer, null);
        }
        if (offer.price() == null) {
            return new QuickLine(row, Outcome.NO_PRICE, offer, null);
        }
        BigDecimal already = quantities.getOrDefault(offer.article(), BigDecimal.ZERO);
        BigDecimal wanted = row.quantity() == null ? OrderQuantity.roundedUp(offer, BigDecimal.ONE) : row.quantity();
        if (wanted.signum() <= 0) {
            return new QuickLine(row, Outcome.REFUSED, offer, null);
        }
        BigDecimal sum = already.add(wanted);
        BigDecimal fitting = OrderQuantity.roundedUp(offer, sum);
        if (sum.compareTo(OrderQuantity.LARGEST) > 0
                || OrderQuantity.check(offer, fitting).isPresent()) {
            return new QuickLine(row, Outcome.REFUSED, offer, null);
        }
        return new QuickLine(row, outcome(offer, sum, fitting, replaced), offer, fitting.subtract(already));
    }

    private static Outcome outcome(Offer offer, BigDecimal sum, BigDecimal fitting, boolean replaced) {
        if (fitting.compareTo(sum) == 0) {
            return replaced ? Outcome.REPLACED : Outcome.ADDED;
        }
        if (sum.compareTo(offer.minimum()) < 0) {
            return replaced ? Outcome.REPLACED_BELOW_MINIMUM : Outcome.BELOW_MINIMUM;
        }
        return replaced ? Outcome.REPLACED_ROUNDED : Outcome.ROUNDED;
    }

    private static String key(QuickRow row) {
        return String.valueOf(row.line());
    }
}
