package org.koppel.codec.x12;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import org.koppel.codec.ControlNumber;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FormatSettings;
import org.koppel.document.DespatchAdvice;

/** Writes 856 (004010). */
@ApplicationScoped
public class X12DespatchAdviceWriter extends X12Writer<DespatchAdvice> {
    private static final int CONTROL_DIGITS = 9;

    public X12DespatchAdviceWriter() {
        super(DespatchAdvice.class);
    }

    @Override
    public void write(DespatchAdvice advice, FormatSettings settings, OutputStream out)
            throws DocumentException, IOException {
        X12Output.Head head = new X12Output.Head(
                settings.option(X12Output.SENDER, X12Output.address(advice.seller(), "ZZ:SUPPLIER")),
                settings.option(X12Output.RECIPIENT, X12Output.address(advice.buyer(), "ZZ:BUYER")),
                "SH",
                advice.issuedAt(),
                advice.test());
        String control = ControlNumber.of(settings, advice.number().value() + advice.issuedAt(), CONTROL_DIGITS);
        X12Output output = new X12Output(head, control, advice.toString(), settings);
        output.begin();
        output.beginSet("856");
        new ShipNoticeSet(advice, output).write();
        output.endSet();
        output.send(out);
    }
}
