package org.koppel.codec.x12;

import java.util.List;
import org.koppel.codec.BrokenFilesContract;

/** Every way in which a document in X12 can be wrong. */
class BrokenX12Test extends BrokenFilesContract {

    BrokenX12Test() {
        super(
                "x12",
                new X12EnvelopeReader(),
                List.of(new X12Reader()),
                LINES,
                VALUES,
                INVOICES,
                EDI,
                "BAD_DATE ELEMENT_TOO_SHORT");
    }
}
