package org.koppel.codec.ubl;

import jakarta.enterprise.context.ApplicationScoped;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.OrderMessage;
import org.koppel.codec.Problems;
import org.koppel.document.OrderChange;

/** Writes the order change of Peppol BIS Advanced Ordering 3 (transaction T114, UBL 2.3), for a back office: every line, with what becomes of it. */
@ApplicationScoped
public class PeppolOrderChangeWriter extends PeppolWriter<OrderChange> {

    @Override
    public Class<OrderChange> documentClass() {
        return OrderChange.class;
    }

    @Override
    protected PeppolDocument transaction(OrderChange document) {
        return PeppolDocument.ORDER_CHANGE;
    }

    @Override
    protected String xml(OrderChange document, FormatSettings settings, Problems problems) throws DocumentException {
        OrderMessage message = OrderMessage.of(document);
        return OrderPart.write(message, PeppolParties.of(message, settings, problems));
    }
}
