package org.koppel.codec.x12;

import org.koppel.codec.BrokenFilesContract;

/** Every way in which a document in X12 can be wrong. */
class BrokenX12Test extends BrokenFilesContract {
    /** Faults that are gathered, and that an envelope does not ask for. */
    private static final String FAULTS = """
            BAD_CHARACTER BAD_DATE BAD_VALUE CONTROL_COUNT_WRONG CONTROL_REFERENCE_WRONG COUNT_WRONG ELEMENT_MISSING
            ELEMENT_TOO_LONG ELEMENT_TOO_SHORT ELEMENT_UNEXPECTED REFERENCE_WRONG SEGMENT_MISSING SEGMENT_TOO_OFTEN
            SEGMENT_UNEXPECTED TOO_LONG TOO_SHORT""";

    BrokenX12Test() {
        super(
                "x12",
                message("broken-invoice-.*", InvoiceReading.class, new X12Reader()),
                message("broken-change.*", ChangeSet.class, new X12Reader()),
                message("broken-back-office-response.*", AcknowledgementReading.class, new X12Reader()),
                message("broken-back-office-despatch.*", ShipNoticeReading.class, new X12Reader()),
                message("broken-receipt-.*", ReceiptReading.class, new X12Reader()),
                envelope("broken-envelope-.*", new X12EnvelopeReader())
                        .without("what is wrong with the messages, their reader says", FAULTS),
                kind("broken-.*", new X12Reader())
                        .without(
                                "names of faults, whose codes say where",
                                "COUNT_WRONG REFERENCE_WRONG TOO_LONG TOO_SHORT")
                        .without("what the parser is not asked to check", "BAD_VALUE")
                        .without("a message has one currency", "CURRENCY_DIFFERS")
                        .without("elements are shorter than our texts", "TEXT_TOO_LONG")
                        .without("an IT1 has no amount", "LINE_AMOUNT_WRONG"));
    }
}
