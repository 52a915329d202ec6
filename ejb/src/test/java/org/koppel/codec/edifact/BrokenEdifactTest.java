package org.koppel.codec.edifact;

import java.util.List;
import org.koppel.codec.BrokenFilesContract;

/** Every way in which a document in EDIFACT can be wrong. */
class BrokenEdifactTest extends BrokenFilesContract {

    BrokenEdifactTest() {
        super(
                "edifact",
                new EdifactD96AEnvelopeReader(),
                List.of(new EdifactD96AReader()),
                LINES,
                VALUES,
                INVOICES,
                EDI,
                "LINE_AMOUNT_WRONG UNSUPPORTED_CHARSET UNSUPPORTED_VALUE");
    }
}
