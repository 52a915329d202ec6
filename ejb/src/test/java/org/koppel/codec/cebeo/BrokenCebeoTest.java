package org.koppel.codec.cebeo;

import org.koppel.codec.BrokenFilesContract;

/** Every way in which a document in CebeoXML can be wrong. */
class BrokenCebeoTest extends BrokenFilesContract {

    BrokenCebeoTest() {
        super(
                "cebeo",
                kind("broken-order-.*", new CebeoOrderReader()),
                kind("broken-delete-.*", new CebeoOrderCancellationReader()),
                kind("broken-response.*", new CebeoOrderResponseReader()),
                envelope("broken-envelope-.*", new CebeoEnvelopeReader()));
    }
}
