package org.koppel.document;

import java.util.List;

/**
 * What is ordered (UBL {@code cac:Item}). {@code sellersId} is the supplier's article number; {@code gtin} has 8 to 14 digits.
 * All but the list may be null.
 */
public record Item(
        String sellersId,
        String buyersId,
        String manufacturersId,
        String manufacturer,
        String gtin,
        String description,
        List<Classification> classifications) {

    public Item {
        classifications = classifications == null ? List.of() : List.copyOf(classifications);
    }
}
