package org.koppel.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.koppel.document.Reason;

/**
 * A person refuses a held order as a whole, and the buyer gets the reason with every line; or its change, and the order stands as
 * it did.
 */
@ApplicationScoped
@Transactional
public class OrderRejection {
    private static final String CODE = "SELLER_REFUSES";

    @Inject
    HeldOrders held;

    @Inject
    OrderAnswer answer;

    @Inject
    RevisedOrders revised;

    /**
     * @param reason what the buyer reads, in the buyer's language
     * @throws UnknownOrderException when there is no such order
     * @throws IllegalOrderStateException when it was answered before
     */
    public void reject(UUID order, String reason) {
        HeldOrders.Held it = held.take(order, "reject");
        if (it.change().isPresent()) {
            revised.refuse(it.change().get(), it.purchaseOrder(), it.customer(), new Reason(CODE, reason));
        } else {
            answer.refuse(it.purchaseOrder(), it.order(), it.messageId(), it.customer(), new Reason(CODE, reason));
        }
    }
}
