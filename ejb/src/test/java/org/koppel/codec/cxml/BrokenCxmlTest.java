package org.koppel.codec.cxml;

import java.util.List;
import org.koppel.codec.BrokenFilesContract;

/** Every way in which a document in cXML can be wrong. */
class BrokenCxmlTest extends BrokenFilesContract {

    BrokenCxmlTest() {
        super(
                "cxml",
                new CxmlEnvelopeReader(),
                List.of(
                        new CxmlOrderReader(),
                        new CxmlOrderChangeReader(),
                        new CxmlOrderCancellationReader(),
                        new CxmlOrderResponseReader(),
                        new CxmlDespatchAdviceReader(),
                        new CxmlInvoiceReader(),
                        new CxmlStatusUpdateReader()),
                LINES,
                VALUES,
                INVOICES,
                XML,
                "CONTROL_CHARACTER CURRENCY_DIFFERS LINE_AMOUNT_WRONG SEVERAL_ORDERS TAX_WRONG TOO_MANY_ORDERS",
                "TOO_MANY_REFERENCES UNSUPPORTED_VALUE");
    }
}
