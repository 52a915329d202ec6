package org.koppel.order;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.koppel.catalogue.Offer;
import org.koppel.document.LineStatus;
import org.koppel.document.Price;
import org.koppel.document.Reason;

/**
 * What we say to one line. {@code price} is what will be charged, null on a rejected line; quantities are in the line's unit,
 * zero where nothing; {@code offer} is empty when the article is not known.
 */
record LineDecision(
        LineStatus status,
        BigDecimal confirmed,
        LocalDate deliveryDate,
        BigDecimal backordered,
        LocalDate backorderDate,
        Price price,
        Optional<Offer> offer,
        List<Reason> reasons) {

    LineDecision {
        reasons = List.copyOf(reasons);
    }

    static LineDecision rejected(Optional<Offer> offer, List<Reason> reasons) {
        return new LineDecision(
                LineStatus.REJECTED, BigDecimal.ZERO, null, BigDecimal.ZERO, null, null, offer, reasons);
    }

    /** The same for other reasons. */
    LineDecision with(List<Reason> others) {
        return new LineDecision(status, confirmed, deliveryDate, backordered, backorderDate, price, offer, others);
    }

    /** What is sold: now and later. */
    BigDecimal sold() {
        return confirmed.add(backordered);
    }
}
