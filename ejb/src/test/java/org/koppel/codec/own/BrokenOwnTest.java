package org.koppel.codec.own;

import java.util.List;
import java.util.Set;
import org.koppel.codec.BrokenFilesContract;
import org.koppel.codec.DocumentReader;
import org.koppel.codec.EnvelopeReader;

/** Every way in which a document in Koppel XML or JSON can be wrong. */
class BrokenOwnTest extends BrokenFilesContract {

    @Override
    protected String folder() {
        return "own";
    }

    @Override
    protected EnvelopeReader envelope(String file) {
        return file.endsWith(".json") ? new OwnJsonEnvelopeReader() : new OwnXmlEnvelopeReader();
    }

    @Override
    protected List<DocumentReader<?>> readers() {
        return List.of(
                new OwnXmlOrderReader(),
                new OwnJsonOrderReader(),
                new OwnXmlOrderResponseReader(),
                new OwnJsonOrderResponseReader(),
                new OwnXmlDespatchAdviceReader(),
                new OwnJsonDespatchAdviceReader(),
                new OwnXmlInvoiceReader(),
                new OwnJsonInvoiceReader());
    }

    @Override
    protected Set<String> codes() {
        return Set.of(
                "BAD_IBAN",
                "BAD_PAYMENT_REFERENCE",
                "BAD_TAX",
                "BAD_VALUE",
                "CONTROL_CHARACTER",
                "CURRENCY_DIFFERS",
                "DUPLICATE_LINE_NUMBER",
                "ENTITY_NOT_ALLOWED",
                "LINE_AMOUNT_WRONG",
                "MALFORMED_JSON",
                "MALFORMED_XML",
                "MISSING_FIELD",
                "NUMBER_OUT_OF_RANGE",
                "QUANTITY_NOT_POSITIVE",
                "TAX_WRONG",
                "TEXT_TOO_LONG",
                "TOTAL_WRONG",
                "UNKNOWN_CURRENCY",
                "WRONG_CHARSET",
                "WRONG_ROOT");
    }
}
