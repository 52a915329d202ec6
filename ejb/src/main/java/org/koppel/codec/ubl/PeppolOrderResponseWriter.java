package org.koppel.codec.ubl;

import jakarta.enterprise.context.ApplicationScoped;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.Problems;
import org.koppel.document.OrderResponse;

/** Writes the order response of Peppol BIS Ordering 3 (transaction T76), and of Advanced Ordering (T116) in answer to a change. */
@ApplicationScoped
public class PeppolOrderResponseWriter extends PeppolWriter<OrderResponse> {

    @Override
    public Class<OrderResponse> documentClass() {
        return OrderResponse.class;
    }

    @Override
    protected PeppolDocument transaction(OrderResponse document) {
        return OrderResponsePart.transaction(document);
    }

    @Override
    protected String xml(OrderResponse document, FormatSettings settings, Problems problems) {
        String seller = endpoint(settings, Endpoints.SELLER, document.seller(), "SellerSupplierParty", problems);
        String buyer = endpoint(settings, Endpoints.BUYER, document.buyer(), "BuyerCustomerParty", problems);
        return OrderResponsePart.write(document, null, seller, buyer);
    }
}
