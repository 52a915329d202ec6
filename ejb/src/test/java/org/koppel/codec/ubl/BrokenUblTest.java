package org.koppel.codec.ubl;

import org.koppel.codec.BrokenFilesContract;

/** Every way in which a document in UBL can be wrong, as itself or by Peppol. */
class BrokenUblTest extends BrokenFilesContract {

    BrokenUblTest() {
        super(
                "ubl",
                kind("broken-order-.*", new UblOrderReader(), new PeppolOrderReader()),
                kind("broken-change-.*", new UblOrderChangeReader(), new PeppolOrderChangeReader()),
                kind("broken-cancellation-.*", new UblOrderCancellationReader(), new PeppolOrderCancellationReader()),
                kind("broken-response-.*", new UblOrderResponseReader(), new PeppolOrderResponseReader()),
                kind("broken-despatch.*", new UblDespatchAdviceReader(), new PeppolDespatchAdviceReader()),
                kind("broken-invoice-.*", new UblInvoiceReader(), new PeppolInvoiceReader())
                        .without("the references are made by the reader", "BAD_VALUE"),
                kind("broken-receipt-.*", new UblApplicationResponseReader(), new PeppolApplicationResponseReader()),
                envelope("broken-envelope-.*", new UblEnvelopeReader(), new PeppolEnvelopeReader())
                        .without("the document’s reader says it", "TEXT_TOO_LONG"));
    }
}
