package org.koppel.punchout.ids;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.koppel.punchout.CartItem;

/**
 * A line of the cart, shared out over the craftsman's positions of that article. The shop keeps an article once, the craftsman
 * may have asked for it in several rooms: each position gets what it asked for while it lasts, the last one also what was
 * added in the shop.
 *
 * @param position null for what the craftsman found in the shop
 */
record Allotment(CartItem item, BigDecimal quantity, Basket.Position position) {

    /** @param positions of this article, in the craftsman's order */
    static List<Allotment> of(CartItem item, List<Basket.Position> positions) {
        if (positions.isEmpty()) {
            return List.of(new Allotment(item, item.quantity(), null));
        }
        List<Allotment> allotted = new ArrayList<>();
        BigDecimal rest = item.quantity();
        for (int i = 0; i < positions.size() && rest.signum() > 0; i++) {
            boolean last = i == positions.size() - 1;
            BigDecimal part = last ? rest : rest.min(positions.get(i).quantity());
            rest = rest.subtract(part);
            if (part.signum() > 0) {
                allotted.add(new Allotment(item, part, positions.get(i)));
            }
        }
        return allotted;
    }
}
