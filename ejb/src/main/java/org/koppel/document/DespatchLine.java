package org.koppel.document;

import java.util.List;
import org.koppel.shared.Quantity;

/**
 * What is on its way of one line of an order. {@code number} counts from 1; {@code orderLine} is the buyer's line number;
 * {@code outstanding} what still follows, {@code sscc} the package it is in, {@code note}: may be null.
 */
public record DespatchLine(
        String number,
        String orderLine,
        Item item,
        Quantity delivered,
        Quantity outstanding,
        String sscc,
        String note,
        List<Reference> references) {

    public DespatchLine {
        references = references == null ? List.of() : List.copyOf(references);
    }
}
