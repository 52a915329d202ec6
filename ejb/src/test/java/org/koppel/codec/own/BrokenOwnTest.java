package org.koppel.codec.own;

import java.util.List;
import org.koppel.codec.BrokenFilesContract;
import org.koppel.codec.EnvelopeReader;

/** Every way in which a document in Koppel XML or JSON can be wrong. */
class BrokenOwnTest extends BrokenFilesContract {

    BrokenOwnTest() {
        super(
                "own",
                new OwnXmlEnvelopeReader(),
                List.of(
                        new OwnXmlOrderReader(),
                        new OwnJsonOrderReader(),
                        new OwnXmlOrderResponseReader(),
                        new OwnJsonOrderResponseReader(),
                        new OwnXmlDespatchAdviceReader(),
                        new OwnJsonDespatchAdviceReader(),
                        new OwnXmlInvoiceReader(),
                        new OwnJsonInvoiceReader()),
                LINES,
                INVOICES,
                XML,
                "BAD_VALUE CONTROL_CHARACTER CURRENCY_DIFFERS LINE_AMOUNT_WRONG MALFORMED_JSON TAX_WRONG");
    }

    @Override
    protected EnvelopeReader envelope(String file) {
        return file.endsWith(".json") ? new OwnJsonEnvelopeReader() : super.envelope(file);
    }
}
