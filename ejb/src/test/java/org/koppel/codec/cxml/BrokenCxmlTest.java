package org.koppel.codec.cxml;

import java.util.List;
import java.util.Set;
import org.koppel.codec.BrokenFilesContract;
import org.koppel.codec.DocumentReader;
import org.koppel.codec.EnvelopeReader;

/** Every way in which a document in cXML can be wrong. */
class BrokenCxmlTest extends BrokenFilesContract {

    @Override
    protected String folder() {
        return "cxml";
    }

    @Override
    protected EnvelopeReader envelope(String file) {
        return new CxmlEnvelopeReader();
    }

    @Override
    protected List<DocumentReader<?>> readers() {
        return List.of(
                new CxmlOrderReader(),
                new CxmlOrderChangeReader(),
                new CxmlOrderCancellationReader(),
                new CxmlInvoiceReader(),
                new CxmlStatusUpdateReader());
    }

    @Override
    protected Set<String> codes() {
        return Set.of(
                "BAD_IBAN",
                "BAD_PAYMENT_REFERENCE",
                "BAD_TAX",
                "CONTROL_CHARACTER",
                "CURRENCY_DIFFERS",
                "DUPLICATE_LINE_NUMBER",
                "ENTITY_NOT_ALLOWED",
                "LINE_AMOUNT_WRONG",
                "MALFORMED_XML",
                "MISSING_FIELD",
                "NUMBER_OUT_OF_RANGE",
                "QUANTITY_NOT_POSITIVE",
                "TAX_WRONG",
                "TEXT_TOO_LONG",
                "TOO_MANY_ORDERS",
                "TOO_MANY_REFERENCES",
                "TOTAL_WRONG",
                "UNKNOWN_CURRENCY",
                "UNKNOWN_UNIT",
                "UNREADABLE_DATE",
                "UNREADABLE_NUMBER",
                "UNSUPPORTED_VALUE",
                "WRONG_CHARSET",
                "WRONG_ROOT");
    }
}
