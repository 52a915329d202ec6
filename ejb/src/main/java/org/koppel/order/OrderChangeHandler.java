package org.koppel.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.koppel.document.OrderChange;
import org.koppel.inbound.DocumentHandler;
import org.koppel.inbound.Handled;
import org.koppel.inbound.Received;

/** Takes changes of orders. */
@ApplicationScoped
public class OrderChangeHandler implements DocumentHandler<OrderChange> {
    @Inject
    private OrderChanges changes;

    @Override
    public Class<OrderChange> documentClass() {
        return OrderChange.class;
    }

    @Override
    public Handled handle(OrderChange change, Received received) {
        return changes.take(ChangeRequest.of(change), received);
    }
}
