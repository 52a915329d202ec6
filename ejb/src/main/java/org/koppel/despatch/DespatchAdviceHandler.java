package org.koppel.despatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.koppel.archive.Archive;
import org.koppel.archive.ArchivedDocument;
import org.koppel.codec.Problem;
import org.koppel.document.DespatchAdvice;
import org.koppel.document.DespatchLine;
import org.koppel.inbound.DocumentHandler;
import org.koppel.inbound.Handled;
import org.koppel.inbound.Received;
import org.koppel.order.NamedOrders;
import org.koppel.order.OrderDespatch;
import org.koppel.party.BackOffice;
import org.koppel.shared.PartyId;
import org.koppel.shared.UnitCode;

/** Takes what the back office says has left of an order; the buyer is told as if it had been said by the API. Once each. */
@ApplicationScoped
public class DespatchAdviceHandler implements DocumentHandler<DespatchAdvice> {
    private static final String SSCC = "\\d{18}";

    @Inject
    NamedOrders named;

    @Inject
    OrderDespatch orders;

    @Inject
    Despatching despatching;

    @Inject
    Archive archive;

    @Override
    public Class<DespatchAdvice> documentClass() {
        return DespatchAdvice.class;
    }

    @Override
    public boolean takesFrom(PartyId sender) {
        return BackOffice.is(sender);
    }

    @Override
    public Handled handle(DespatchAdvice advice, Received received) {
        NamedOrders.Named found = named.find(advice.order(), advice.buyer());
        if (found.order().isEmpty()) {
            return Handled.rejected(List.of(found.problem().orElseThrow()));
        }
        UUID order = found.order().get();
        return handle(advice, received, order).of(order);
    }

    private Handled handle(DespatchAdvice advice, Received received, UUID order) {
        List<Problem> against =
                orders.against(order, quantities(advice), units(advice), advice.test() || received.test());
        for (ArchivedDocument earlier : archive.takenFor(order, advice.type())) {
            DespatchAdvice first = earlier.as(DespatchAdvice.class);
            if (first.number().equals(advice.number())) {
                return same(first, advice) ? Handled.processed() : Handled.rejected(List.of(numberUsed(advice)));
            }
        }
        List<Problem> unreadable = advice.packages().stream()
                .filter(p -> p.sscc() != null && !p.sscc().matches(SSCC))
                .map(p -> new Problem("BAD_SSCC", "package " + p.sscc(), "An SSCC has 18 digits; send it whole."))
                .toList();
        if (!against.isEmpty() || !unreadable.isEmpty()) {
            return Handled.rejected(against.isEmpty() ? unreadable : against);
        }
        despatching.despatch(order, note(advice));
        return Handled.processed();
    }

    private static Map<String, BigDecimal> quantities(DespatchAdvice advice) {
        Map<String, BigDecimal> quantities = new LinkedHashMap<>();
        advice.lines()
                .forEach(l -> quantities.merge(l.orderLine(), l.delivered().value(), BigDecimal::add));
        return quantities;
    }

    private static Map<String, UnitCode> units(DespatchAdvice advice) {
        Map<String, UnitCode> units = new LinkedHashMap<>();
        advice.lines().stream()
                .filter(l -> !l.delivered().unit().equals(UnitCode.AGREED))
                .forEach(l -> units.put(l.orderLine(), l.delivered().unit()));
        return units;
    }

    private static DespatchNote note(DespatchAdvice advice) {
        return new DespatchNote(
                advice.number().value(),
                advice.despatchedOn(),
                advice.expectedOn(),
                advice.note(),
                advice.carrier(),
                advice.packages(),
                advice.lines().stream()
                        .map(l -> new DespatchNote.Line(
                                l.orderLine(), l.delivered().value(), l.sscc()))
                        .toList());
    }

    /** When it was written does not matter. */
    private static boolean same(DespatchAdvice one, DespatchAdvice other) {
        return one.order().equals(other.order())
                && one.lines().stream()
                        .map(DespatchAdviceHandler::said)
                        .toList()
                        .equals(other.lines().stream()
                                .map(DespatchAdviceHandler::said)
                                .toList())
                && one.packages().equals(other.packages());
    }

    private static List<Object> said(DespatchLine line) {
        return List.of(
                line.orderLine(),
                line.delivered().value().stripTrailingZeros(),
                line.sscc() == null ? "" : line.sscc());
    }

    private static Problem numberUsed(DespatchAdvice advice) {
        return new Problem(
                "DESPATCH_NUMBER_USED",
                "despatch advice " + advice.number(),
                "There was another despatch advice of this number for the order. The first one stands: give every one"
                        + " a number of its own.");
    }
}
