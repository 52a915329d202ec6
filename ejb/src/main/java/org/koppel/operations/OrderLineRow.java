package org.koppel.operations;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.koppel.document.Reason;
import org.koppel.document.Reference;

/**
 * A line of a purchase order: what the buyer asked and what was answered. {@code number} is the buyer's line number,
 * {@code article} ours (null until recognised), {@code unit} UN/ECE Rec 20, prices per one unit without VAT. Everything that
 * belongs to the answer is null until the order is answered.
 */
public record OrderLineRow(
        String number,
        String article,
        String description,
        BigDecimal quantity,
        String unit,
        BigDecimal expectedPrice,
        BigDecimal agreedPrice,
        String status,
        BigDecimal confirmed,
        LocalDate deliveryDate,
        BigDecimal backordered,
        LocalDate backorderDate,
        List<Reason> reasons,
        List<Reference> references) {

    /** Whether the buyer expects another price than the agreed one. */
    public boolean priceDiffers() {
        return expectedPrice != null && agreedPrice != null && expectedPrice.compareTo(agreedPrice) != 0;
    }
}
