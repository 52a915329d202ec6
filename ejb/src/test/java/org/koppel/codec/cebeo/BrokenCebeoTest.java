package org.koppel.codec.cebeo;

import java.util.List;
import org.koppel.codec.BrokenFilesContract;

/** Every way in which a document in CebeoXML can be wrong. */
class BrokenCebeoTest extends BrokenFilesContract {

    BrokenCebeoTest() {
        super(
                "cebeo",
                new CebeoEnvelopeReader(),
                List.of(new CebeoOrderReader(), new CebeoOrderCancellationReader(), new CebeoOrderResponseReader()),
                LINES,
                VALUES,
                XML,
                "UNSUPPORTED_VALUE");
    }
}
