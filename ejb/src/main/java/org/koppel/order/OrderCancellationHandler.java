package org.koppel.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.koppel.document.OrderCancellation;
import org.koppel.inbound.DocumentHandler;
import org.koppel.inbound.Handled;
import org.koppel.inbound.Received;

/** Takes cancellations of orders. */
@ApplicationScoped
public class OrderCancellationHandler implements DocumentHandler<OrderCancellation> {
    @Inject
    private OrderChanges changes;

    @Override
    public Class<OrderCancellation> documentClass() {
        return OrderCancellation.class;
    }

    @Override
    public Handled handle(OrderCancellation cancellation, Received received) {
        return changes.take(ChangeRequest.of(cancellation), received);
    }
}
