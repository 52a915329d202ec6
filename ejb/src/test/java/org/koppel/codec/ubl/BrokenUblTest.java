package org.koppel.codec.ubl;

import java.util.List;
import java.util.Set;
import org.koppel.codec.BrokenFilesContract;
import org.koppel.codec.DocumentReader;
import org.koppel.codec.EnvelopeReader;

/** Every way in which a document in UBL can be wrong. */
class BrokenUblTest extends BrokenFilesContract {

    @Override
    protected String folder() {
        return "ubl";
    }

    @Override
    protected EnvelopeReader envelope(String file) {
        return file.startsWith("broken-order") ? new PeppolEnvelopeReader() : new UblEnvelopeReader();
    }

    @Override
    protected List<DocumentReader<?>> readers() {
        return List.of(
                new UblOrderReader(),
                new UblOrderChangeReader(),
                new UblOrderCancellationReader(),
                new UblOrderResponseReader(),
                new UblDespatchAdviceReader(),
                new UblInvoiceReader(),
                new UblApplicationResponseReader(),
                new PeppolOrderReader());
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
                "SEVERAL_ORDERS",
                "TAX_WRONG",
                "TEXT_TOO_LONG",
                "TOTAL_WRONG",
                "UNKNOWN_CURRENCY",
                "UNKNOWN_UNIT",
                "UNREADABLE_DATE",
                "UNREADABLE_NUMBER",
                "UNSUPPORTED_FUNCTION",
                "UNSUPPORTED_VALUE",
                "WRONG_CHARSET",
                "WRONG_ROOT");
    }
}
