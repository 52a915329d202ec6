package org.koppel.codec.ubl;

import jakarta.enterprise.context.ApplicationScoped;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.Problems;
import org.koppel.document.Invoice;

/** Writes invoice and credit note of Peppol BIS Billing 3, which have to pass the rules of EN 16931 too. */
@ApplicationScoped
public class PeppolInvoiceWriter extends PeppolWriter<Invoice> {

    @Override
    public Class<Invoice> documentClass() {
        return Invoice.class;
    }

    @Override
    protected PeppolDocument transaction(Invoice document) {
        return document.credits() ? PeppolDocument.CREDIT_NOTE : PeppolDocument.INVOICE;
    }

    @Override
    protected String xml(Invoice document, FormatSettings settings, Problems problems) {
        String seller = endpoint(settings, Endpoints.SELLER, document.seller(), "AccountingSupplierParty", problems);
        String buyer = endpoint(settings, Endpoints.BUYER, document.debtor(), "AccountingCustomerParty", problems);
        return InvoicePart.write(
                document,
                true,
                CompanyNumbers.of(settings, Endpoints.SELLERS_REGISTRATION, document.seller(), seller),
                CompanyNumbers.of(settings, Endpoints.BUYERS_REGISTRATION, document.debtor(), buyer));
    }
}
