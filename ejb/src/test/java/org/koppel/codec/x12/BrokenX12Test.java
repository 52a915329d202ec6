package org.koppel.codec.x12;

import java.util.List;
import java.util.Set;
import org.koppel.codec.BrokenFilesContract;
import org.koppel.codec.DocumentReader;
import org.koppel.codec.EnvelopeReader;

/** Every way in which a document in X12 can be wrong. */
class BrokenX12Test extends BrokenFilesContract {

    @Override
    protected String folder() {
        return "x12";
    }

    @Override
    protected EnvelopeReader envelope(String file) {
        return new X12EnvelopeReader();
    }

    @Override
    protected List<DocumentReader<?>> readers() {
        return List.of(new X12Reader());
    }

    @Override
    protected Set<String> codes() {
        return Set.of(
                "BAD_CHARACTER",
                "BAD_DATE",
                "BAD_IBAN",
                "BAD_PAYMENT_REFERENCE",
                "BAD_TAX",
                "CONTROL_COUNT_WRONG",
                "CONTROL_REFERENCE_WRONG",
                "DUPLICATE_LINE_NUMBER",
                "DUPLICATE_REFERENCE",
                "ELEMENT_MISSING",
                "ELEMENT_TOO_LONG",
                "ELEMENT_TOO_SHORT",
                "ELEMENT_UNEXPECTED",
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
                "UNSUPPORTED_FUNCTION",
                "UNSUPPORTED_MESSAGE",
                "UNSUPPORTED_VERSION",
                "WRONG_CHARSET");
    }
}
