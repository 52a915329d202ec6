package org.koppel.codec;

import java.util.Optional;
import java.util.Set;

/**
 * Kinds of orders by UN/EDIFACT 1001, which UBL uses, too: order, purchase order, rush order, call-off. Blanket, standing, consignment and
 * sample orders are no orders to deliver now (decision 0113).
 */
public final class FirmOrder {
    private static final Set<String> CODES = Set.of("220", "105", "224", "226");

    private FirmOrder() {}

    /** What is wrong with an order of another kind, and what to send. @param name of the field; @param code null where none is given */
    public static Optional<String> fault(String name, String code) {
        return code == null || CODES.contains(code)
                ? Optional.empty()
                : Optional.of(
                        name + " is \"" + code + "\", which is no firm order; send 220 (order), 105, 224 (rush) or"
                                + " 226 (call-off) with what shall be delivered now");
    }
}
