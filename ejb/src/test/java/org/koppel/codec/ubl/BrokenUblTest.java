package org.koppel.codec.ubl;

import java.util.List;
import org.koppel.codec.BrokenFilesContract;
import org.koppel.codec.EnvelopeReader;

/** Every way in which a document in UBL can be wrong. */
class BrokenUblTest extends BrokenFilesContract {

    BrokenUblTest() {
        super(
                "ubl",
                new UblEnvelopeReader(),
                List.of(
                        new UblOrderReader(),
                        new UblOrderChangeReader(),
                        new UblOrderCancellationReader(),
                        new UblOrderResponseReader(),
                        new UblDespatchAdviceReader(),
                        new UblInvoiceReader(),
                        new UblApplicationResponseReader(),
                        new PeppolOrderReader()),
                LINES,
                VALUES,
                INVOICES,
                XML,
                "CONTROL_CHARACTER CURRENCY_DIFFERS LINE_AMOUNT_WRONG SEVERAL_ORDERS TAX_WRONG",
                "UNSUPPORTED_FUNCTION UNSUPPORTED_VALUE");
    }

    @Override
    protected EnvelopeReader envelope(String file) {
        return file.startsWith("broken-order") ? new PeppolEnvelopeReader() : super.envelope(file);
    }
}
