package org.koppel.codec.edifact;

import java.io.IOException;
import java.io.OutputStream;
import org.koppel.codec.ControlNumber;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FormatSettings;
import org.koppel.document.OrderResponse;

/** An interchange with one ORDRSP. */
final class EdifactOrderResponse {
    private static final int CONTROL_DIGITS = 14;

    private EdifactOrderResponse() {}

    /** The directories that are written, with EANCOM's version of the message. */
    enum Version {
        D96A("96A", "EAN005"),
        D01B("01B", "EAN009");

        private final String release;
        private final String association;

        Version(String release, String association) {
            this.release = release;
            this.association = association;
        }
    }

    static void write(OrderResponse response, Version version, FormatSettings settings, OutputStream out)
            throws DocumentException, IOException {
        EdifactOutput.Addresses addresses = new EdifactOutput.Addresses(
                settings.option(EdifactOutput.SENDER, EdifactOutput.address(response.seller(), "SUPPLIER")),
                settings.option(EdifactOutput.RECIPIENT, EdifactOutput.address(response.buyer(), "BUYER")));
        EdifactOutput output = new EdifactOutput(
                settings,
                addresses,
                ControlNumber.of(settings, response.number().value() + response.issuedAt(), CONTROL_DIGITS),
                new EdifactOutput.Head(
                        "ORDRSP", version.release, version.association, response.issuedAt(), response.test()));
        new OrdrspMessage(response, output).write();
        output.send(out);
    }
}
