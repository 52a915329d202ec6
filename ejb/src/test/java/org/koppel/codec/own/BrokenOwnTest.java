package org.koppel.codec.own;

import org.koppel.codec.BrokenFilesContract;

/** Every way in which a document in Koppel XML or JSON can be wrong. */
class BrokenOwnTest extends BrokenFilesContract {

    BrokenOwnTest() {
        super(
                "own",
                kind("broken-order-.*xml", new OwnXmlOrderReader()),
                kind("broken-order-.*json", new OwnJsonOrderReader()),
                kind("broken-change-.*xml", new OwnXmlOrderChangeReader()),
                kind("broken-change-.*json", new OwnJsonOrderChangeReader()),
                kind("broken-cancellation-.*xml", new OwnXmlOrderCancellationReader())
                        .without("it has no list, and what it does not have is skipped", "TOO_MANY_LINES"),
                kind("broken-cancellation-.*json", new OwnJsonOrderCancellationReader()),
                kind("broken-response-.*xml", new OwnXmlOrderResponseReader()),
                kind("broken-response-.*json", new OwnJsonOrderResponseReader()),
                kind("broken-despatch.*xml", new OwnXmlDespatchAdviceReader()),
                kind("broken-despatch.*json", new OwnJsonDespatchAdviceReader()),
                kind("broken-invoice-.*xml", new OwnXmlInvoiceReader()),
                kind("broken-invoice-.*json", new OwnJsonInvoiceReader()),
                kind("broken-koppel-order-.*json", new OwnOrderReader()),
                envelope("broken-envelope-.*xml", new OwnXmlEnvelopeReader()),
                envelope("broken-envelope-.*json", new OwnJsonEnvelopeReader()),
                envelope("broken-koppel-envelope-.*json", new OwnEnvelopeReader()));
    }
}
