package org.koppel.order;

import java.util.List;
import org.koppel.document.LineStatus;
import org.koppel.document.OrderResponse;
import org.koppel.document.OrderResponse.Occasion;
import org.koppel.document.Reason;
import org.koppel.shared.DocumentNumber;

/**
 * What an answer without lines says: to what, whether it is granted, and why. {@code suffix} makes its number, behind that of the
 * answer to the order.
 */
record Notice(Occasion occasion, LineStatus status, Reason reason, String suffix) {

    OrderResponse of(OrderResponse bare) {
        return new OrderResponse(
                new DocumentNumber(bare.number() + "-" + suffix),
                bare.issuedAt(),
                bare.order(),
                bare.orderIssuedAt(),
                bare.orderMessageId(),
                status,
                bare.currency(),
                bare.language(),
                bare.test(),
                bare.seller(),
                bare.buyer(),
                bare.invoicee(),
                bare.shipTo(),
                bare.note(),
                bare.references(),
                List.of(reason),
                List.of(),
                List.of(),
                bare.net(),
                bare.tax(),
                bare.gross(),
                null,
                occasion);
    }
}
