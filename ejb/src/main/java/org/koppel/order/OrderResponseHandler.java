package org.koppel.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.koppel.document.OrderResponse;
import org.koppel.inbound.DocumentHandler;
import org.koppel.inbound.Handled;
import org.koppel.inbound.Received;
import org.koppel.party.BackOffice;
import org.koppel.shared.PartyId;

/** Takes what the back office answers to an order. */
@ApplicationScoped
public class OrderResponseHandler implements DocumentHandler<OrderResponse> {
    @Inject
    private BackOfficeAnswers answers;

    @Override
    public Class<OrderResponse> documentClass() {
        return OrderResponse.class;
    }

    @Override
    public boolean takesFrom(PartyId sender) {
        return BackOffice.is(sender);
    }

    @Override
    public Handled handle(OrderResponse response, Received received) {
        return answers.take(response, received);
    }
}
