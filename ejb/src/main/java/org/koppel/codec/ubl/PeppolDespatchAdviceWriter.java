package org.koppel.codec.ubl;

import jakarta.enterprise.context.ApplicationScoped;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.Problems;
import org.koppel.document.DespatchAdvice;

/** Writes the despatch advice of Peppol BIS Despatch Advice 3 (transaction T16). */
@ApplicationScoped
public class PeppolDespatchAdviceWriter extends PeppolWriter<DespatchAdvice> {

    @Override
    public Class<DespatchAdvice> documentClass() {
        return DespatchAdvice.class;
    }

    @Override
    protected PeppolDocument transaction(DespatchAdvice document) {
        return PeppolDocument.DESPATCH_ADVICE;
    }

    @Override
    protected String xml(DespatchAdvice document, FormatSettings settings, Problems problems) {
        String seller = endpoint(settings, Endpoints.SELLER, document.seller(), "DespatchSupplierParty", problems);
        String buyer = endpoint(settings, Endpoints.BUYER, document.buyer(), "DeliveryCustomerParty", problems);
        return DespatchAdvicePart.write(document, null, seller, buyer);
    }
}
