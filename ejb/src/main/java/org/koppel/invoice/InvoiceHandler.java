package org.koppel.invoice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.koppel.document.Invoice;
import org.koppel.inbound.DocumentHandler;
import org.koppel.inbound.Handled;
import org.koppel.inbound.Received;
import org.koppel.party.BackOffice;
import org.koppel.shared.PartyId;

/** Takes invoices of the back office. */
@ApplicationScoped
public class InvoiceHandler implements DocumentHandler<Invoice> {
    @Inject
    private Invoicing invoicing;

    @Override
    public Class<Invoice> documentClass() {
        return Invoice.class;
    }

    @Override
    public boolean takesFrom(PartyId sender) {
        return BackOffice.is(sender);
    }

    @Override
    public Handled handle(Invoice invoice, Received received) {
        return invoicing.take(invoice, received);
    }
}
