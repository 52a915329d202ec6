package org.koppel.codec.x12;

import java.io.IOException;
import java.io.OutputStream;
import org.koppel.codec.ControlNumber;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.OrderMessage;
import org.koppel.codec.OrderMessage.Kind;

/** An interchange with one 850 or 860, for a back office. */
final class X12OrderMessage {
    private static final int CONTROL_DIGITS = 9;

    private X12OrderMessage() {}

    static void write(OrderMessage message, FormatSettings settings, OutputStream out)
            throws DocumentException, IOException {
        boolean fresh = message.kind() == Kind.NEW;
        X12Output.Head head = new X12Output.Head(
                settings.option(X12Output.SENDER, "ZZ:KOPPEL"),
                settings.option(X12Output.RECIPIENT, "ZZ:BACKOFFICE"),
                fresh ? "PO" : "PC",
                message.issuedAt(),
                message.test());
        String control = ControlNumber.of(settings, message.number().value() + message.issuedAt(), CONTROL_DIGITS);
        String set = fresh ? X12.PURCHASE_ORDER : X12.ORDER_CHANGE;
        X12Output output = new X12Output(head, control, message.toString(), settings);
        output.begin();
        output.beginSet(set);
        new OrderWriting(message, output).write();
        output.endSet();
        output.send(out);
    }
}
