package org.koppel.codec.x12;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import org.koppel.codec.ControlNumber;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FormatSettings;
import org.koppel.document.OrderResponse;

/** Writes 855 (004010), or 865 in answer to a change or cancellation. */
@ApplicationScoped
public class X12OrderResponseWriter extends X12Writer<OrderResponse> {
    private static final int CONTROL_DIGITS = 9;

    public X12OrderResponseWriter() {
        super(OrderResponse.class);
    }

    @Override
    public void write(OrderResponse response, FormatSettings settings, OutputStream out)
            throws DocumentException, IOException {
        boolean change = response.occasion() != null;
        X12Output.Head head = new X12Output.Head(
                settings.option(X12Output.SENDER, X12Output.address(response.seller(), "ZZ:SUPPLIER")),
                settings.option(X12Output.RECIPIENT, X12Output.address(response.buyer(), "ZZ:BUYER")),
                change ? "CA" : "PR",
                response.issuedAt(),
                response.test());
        String control = ControlNumber.of(settings, response.number().value() + response.issuedAt(), CONTROL_DIGITS);
        X12Output output = new X12Output(head, control, response.toString(), settings);
        output.begin();
        output.beginSet(change ? "865" : "855");
        new AcknowledgementSet(response, output).write();
        output.endSet();
        output.send(out);
    }
}
