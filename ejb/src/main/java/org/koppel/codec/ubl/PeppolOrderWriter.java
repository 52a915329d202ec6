package org.koppel.codec.ubl;

import jakarta.enterprise.context.ApplicationScoped;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.OrderMessage;
import org.koppel.codec.Problems;
import org.koppel.document.Order;

/** Writes the order of Peppol BIS Ordering 3 (transaction T01), for a back office. */
@ApplicationScoped
public class PeppolOrderWriter extends PeppolWriter<Order> {

    @Override
    public Class<Order> documentClass() {
        return Order.class;
    }

    @Override
    protected PeppolDocument transaction(Order document) {
        return PeppolDocument.ORDER;
    }

    @Override
    protected String xml(Order document, FormatSettings settings, Problems problems) {
        OrderMessage message = OrderMessage.of(document);
        return OrderPart.write(message, PeppolParties.of(message, settings, problems));
    }
}
