package org.koppel.punchout.ids;

import java.math.BigDecimal;
import java.util.List;

/** A basket ({@code Warenkorb}) as a craftsman's software sent it, as far as it matters here. */
record Basket(Header header, List<Position> positions) {

    Basket {
        positions = List.copyOf(positions);
    }

    /**
     * {@code OrderInfo}: what the craftsman wrote over the basket and wants to see again. All may be null; {@code deliveryDate}
     * is as it came.
     */
    record Header(
            String inquiry,
            String order,
            String deliveryDate,
            String modeOfShipment,
            String additionalText,
            String commission) {
        static final Header NONE = new Header(null, null, null, null, null, null);
    }

    /**
     * {@code OrderItem}: {@code article} is our number, {@code gtin} may stand for it. The references are the craftsman's own
     * position numbers, which may be null and must come back unchanged. {@code row} is the line of the XML it begins on.
     */
    record Position(
            String article,
            String gtin,
            BigDecimal quantity,
            String text,
            String reference,
            String subReference,
            int row) {}
}
