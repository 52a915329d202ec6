package org.koppel.codec.edifact;

import java.util.List;
import java.util.Set;
import org.koppel.codec.BrokenFilesContract;
import org.koppel.codec.DocumentReader;
import org.koppel.codec.EnvelopeReader;

/** Every way in which a document in EDIFACT can be wrong. */
class BrokenEdifactTest extends BrokenFilesContract {

    @Override
    protected String folder() {
        return "edifact";
    }

    @Override
    protected EnvelopeReader envelope(String file) {
        return new EdifactD96AEnvelopeReader();
    }

    @Override
    protected List<DocumentReader<?>> readers() {
        return List.of(new EdifactD96AReader());
    }

    @Override
    protected Set<String> codes() {
        return Set.of(
                "BAD_CHARACTER",
                "BAD_IBAN",
                "BAD_PAYMENT_REFERENCE",
                "BAD_TAX",
                "CONTROL_COUNT_WRONG",
                "CONTROL_REFERENCE_WRONG",
                "DUPLICATE_LINE_NUMBER",
                "DUPLICATE_REFERENCE",
                "ELEMENT_MISSING",
                "ELEMENT_TOO_LONG",
                "ELEMENT_UNEXPECTED",
                "LINE_AMOUNT_WRONG",
                "LINE_COUNT_DIFFERS",
                "MALFORMED_EDI",
                "MISSING_FIELD",
                "NO_MESSAGE",
                "NUMBER_OUT_OF_RANGE",
                "QUANTITY_NOT_POSITIVE",
                "SEGMENT_MISSING",
                "SEGMENT_TOO_LARGE",
                "SEGMENT_TOO_OFTEN",
                "SEGMENT_UNEXPECTED",
                "SEVERAL_INTERCHANGES",
                "SEVERAL_ORDERS",
                "TAX_WRONG",
                "TOTAL_WRONG",
                "UNKNOWN_CURRENCY",
                "UNKNOWN_UNIT",
                "UNREADABLE_DATE",
                "UNREADABLE_NUMBER",
                "UNSUPPORTED_CHARSET",
                "UNSUPPORTED_FUNCTION",
                "UNSUPPORTED_MESSAGE",
                "UNSUPPORTED_VALUE",
                "UNSUPPORTED_VERSION",
                "WRONG_CHARSET");
    }
}
