package org.koppel.punchout;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.koppel.catalogue.Offer;

/** So much of an article cannot be ordered; says why and proposes what can. */
public class QuantityRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Offer offer;
    private final Reason reason;
    private final transient List<BigDecimal> proposals;

    /** What is wrong with the quantity. */
    public enum Reason {
        NOT_POSITIVE,
        TOO_LARGE,
        BELOW_MINIMUM,
        NOT_A_STEP
    }

    QuantityRefusedException(Offer offer, Reason reason, List<BigDecimal> proposals) {
        super("Article " + offer.article() + ": " + reason);
        this.offer = offer;
        this.reason = reason;
        this.proposals = List.copyOf(proposals);
    }

    static QuantityRefusedException of(Offer offer, BigDecimal wanted, Reason reason) {
        BigDecimal asked = wanted.max(BigDecimal.ZERO);
        List<BigDecimal> proposals = Stream.concat(
                        OrderQuantity.roundedDown(offer, asked).stream(),
                        Stream.of(OrderQuantity.roundedUp(offer, asked)))
                .filter(p -> OrderQuantity.check(offer, p).isEmpty())
                .distinct()
                .toList();
        return new QuantityRefusedException(offer, reason, proposals);
    }

    public Offer offer() {
        return offer;
    }

    public Reason reason() {
        return reason;
    }

    /** Quantities that can be ordered, ascending: next below and next above the wanted one; may be empty. */
    public List<BigDecimal> proposals() {
        return proposals;
    }
}
