package org.koppel.codec.ubl;

import jakarta.enterprise.context.ApplicationScoped;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.OrderMessage;
import org.koppel.codec.Problems;
import org.koppel.document.OrderCancellation;

/** Writes the order cancellation of Peppol BIS Advanced Ordering 3 (transaction T115, UBL 2.3), for a back office. */
@ApplicationScoped
public class PeppolOrderCancellationWriter extends PeppolWriter<OrderCancellation> {

    @Override
    public Class<OrderCancellation> documentClass() {
        return OrderCancellation.class;
    }

    @Override
    protected PeppolDocument transaction(OrderCancellation document) {
        return PeppolDocument.ORDER_CANCELLATION;
    }

    @Override
    protected String xml(OrderCancellation document, FormatSettings settings, Problems problems) {
        OrderMessage message = OrderMessage.of(document);
        return OrderPart.write(message, PeppolParties.of(message, settings, problems));
    }
}
