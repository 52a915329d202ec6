package org.koppel.codec.edifact;

import java.io.IOException;
import java.io.OutputStream;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.koppel.codec.ControlNumber;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FormatSettings;
import org.koppel.document.Invoice;

/** An interchange with one INVOIC. */
final class EdifactInvoice {
    private static final int CONTROL_DIGITS = 14;

    private EdifactInvoice() {}

    /** The directories that are written, with EANCOM's version of the message; the segments are the same in both. */
    enum Version {
        D96A("96A", "EAN008"),
        D01B("01B", "EAN010");

        private final String release;
        private final String association;

        Version(String release, String association) {
            this.release = release;
            this.association = association;
        }
    }

    static void write(Invoice invoice, Version version, FormatSettings settings, OutputStream out)
            throws DocumentException, IOException {
        OffsetDateTime moment = invoice.issuedOn().atTime(12, 0).atOffset(ZoneOffset.UTC);
        EdifactOutput.Addresses addresses = new EdifactOutput.Addresses(
                settings.option(EdifactOutput.SENDER, EdifactOutput.address(invoice.seller(), "SUPPLIER")),
                settings.option(EdifactOutput.RECIPIENT, EdifactOutput.address(invoice.debtor(), "BUYER")));
        EdifactOutput output = new EdifactOutput(
                settings,
                addresses,
                ControlNumber.of(settings, invoice.number().value() + moment, CONTROL_DIGITS),
                new EdifactOutput.Head("INVOIC", version.release, version.association, moment, invoice.test()));
        new InvoicMessage(invoice, output).write();
        output.send(out);
    }
}
