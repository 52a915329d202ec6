package org.koppel.codec.edifact;

import java.io.IOException;
import java.io.OutputStream;
import org.koppel.codec.ControlNumber;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.OrderMessage;
import org.koppel.codec.OrderMessage.Kind;

/** An interchange with one ORDERS or ORDCHG, for a back office. */
final class EdifactOrderMessage {
    private static final int CONTROL_DIGITS = 14;

    private EdifactOrderMessage() {}

    /** The directories that are written, with EANCOM's versions of the messages. */
    enum Version {
        D96A("96A", "EAN008", "EAN006"),
        D01B("01B", "EAN010", "EAN009");

        private final String release;
        private final String orders;
        private final String ordchg;

        Version(String release, String orders, String ordchg) {
            this.release = release;
            this.orders = orders;
            this.ordchg = ordchg;
        }
    }

    static void write(OrderMessage message, Version version, FormatSettings settings, OutputStream out)
            throws DocumentException, IOException {
        boolean fresh = message.kind() == Kind.NEW;
        String type = fresh ? Edifact.ORDERS : Edifact.ORDCHG;
        EdifactOutput.Addresses addresses = new EdifactOutput.Addresses(
                settings.option(EdifactOutput.SENDER, "KOPPEL"),
                settings.option(EdifactOutput.RECIPIENT, "BACKOFFICE"));
        EdifactOutput output = new EdifactOutput(
                settings,
                addresses,
                ControlNumber.of(settings, message.number().value() + message.issuedAt(), CONTROL_DIGITS),
                new EdifactOutput.Head(
                        type,
                        version.release,
                        fresh ? version.orders : version.ordchg,
                        message.issuedAt(),
                        message.test()));
        new OrdersWriting(message, output).write();
        output.send(out);
    }
}
