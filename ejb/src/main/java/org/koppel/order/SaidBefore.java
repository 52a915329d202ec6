package org.koppel.order;

import java.util.Objects;
import org.koppel.document.OrderResponse;

/** Whether two answers say the same; when they were written does not matter, because a repeat is often written anew. */
final class SaidBefore {
    private SaidBefore() {}

    static boolean same(OrderResponse one, OrderResponse other) {
        return one.order().equals(other.order())
                && one.status() == other.status()
                && one.test() == other.test()
                && one.lines().equals(other.lines())
                && one.reasons().equals(other.reasons())
                && Objects.equals(one.note(), other.note());
    }
}
