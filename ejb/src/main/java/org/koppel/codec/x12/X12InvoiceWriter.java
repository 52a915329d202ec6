package org.koppel.codec.x12;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.koppel.codec.ControlNumber;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FormatSettings;
import org.koppel.document.Invoice;

/** Writes 810 (004010). */
@ApplicationScoped
public class X12InvoiceWriter extends X12Writer<Invoice> {
    private static final int CONTROL_DIGITS = 9;

    public X12InvoiceWriter() {
        super(Invoice.class);
    }

    @Override
    public void write(Invoice invoice, FormatSettings settings, OutputStream out)
            throws DocumentException, IOException {
        OffsetDateTime moment = invoice.issuedOn().atTime(12, 0).atOffset(ZoneOffset.UTC);
        X12Output.Head head = new X12Output.Head(
                settings.option(X12Output.SENDER, X12Output.address(invoice.seller(), "ZZ:SUPPLIER")),
                settings.option(X12Output.RECIPIENT, X12Output.address(invoice.debtor(), "ZZ:BUYER")),
                "IN",
                moment,
                invoice.test());
        String control = ControlNumber.of(settings, invoice.number().value() + moment, CONTROL_DIGITS);
        X12Output output = new X12Output(head, control, invoice.toString(), settings);
        output.begin();
        output.beginSet("810");
        new InvoiceSet(invoice, output).write();
        output.endSet();
        output.send(out);
    }
}
