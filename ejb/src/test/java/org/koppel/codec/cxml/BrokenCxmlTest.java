package org.koppel.codec.cxml;

import org.koppel.codec.BrokenFilesContract;

/** Every way in which a document in cXML can be wrong. */
class BrokenCxmlTest extends BrokenFilesContract {

    BrokenCxmlTest() {
        super(
                "cxml",
                kind("broken-change-.*", new CxmlOrderChangeReader()),
                kind("broken-cancellation-.*", new CxmlOrderCancellationReader())
                        .without(
                                "lines and amounts are not looked at",
                                "DUPLICATE_LINE_NUMBER QUANTITY_NOT_POSITIVE TOO_MANY_LINES UNKNOWN_UNIT"),
                kind("broken-response.*", new CxmlOrderResponseReader()),
                kind("broken-despatch.*", new CxmlDespatchAdviceReader()),
                kind("broken-invoice-.*", new CxmlInvoiceReader())
                        .without("the references are made by the reader", "BAD_VALUE"),
                kind("broken-status-.*", new CxmlStatusUpdateReader()),
                kind("broken-punchout-.*", new CxmlPunchOutRequestReader()),
                kind("broken-profile-.*", new CxmlServiceProfileRequestReader()),
                envelope("broken-envelope-.*", new CxmlEnvelopeReader()),
                kind("broken-.*", new CxmlOrderReader()));
    }
}
