package org.koppel.codec.edifact;

import java.io.IOException;
import java.io.OutputStream;
import org.koppel.codec.ControlNumber;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FormatSettings;
import org.koppel.document.DespatchAdvice;

/** An interchange with one DESADV. */
final class EdifactDespatchAdvice {
    private static final int CONTROL_DIGITS = 14;

    private EdifactDespatchAdvice() {}

    /** The directories that are written, with EANCOM's version of the message; the segments are the same in both. */
    enum Version {
        D96A("96A", "EAN005"),
        D01B("01B", "EAN007");

        private final String release;
        private final String association;

        Version(String release, String association) {
            this.release = release;
            this.association = association;
        }
    }

    static void write(DespatchAdvice advice, Version version, FormatSettings settings, OutputStream out)
            throws DocumentException, IOException {
        EdifactOutput.Addresses addresses = new EdifactOutput.Addresses(
                settings.option(EdifactOutput.SENDER, EdifactOutput.address(advice.seller(), "SUPPLIER")),
                settings.option(EdifactOutput.RECIPIENT, EdifactOutput.address(advice.buyer(), "BUYER")));
        EdifactOutput output = new EdifactOutput(
                settings,
                addresses,
                ControlNumber.of(settings, advice.number().value() + advice.issuedAt(), CONTROL_DIGITS),
                new EdifactOutput.Head(
                        "DESADV", version.release, version.association, advice.issuedAt(), advice.test()));
        new DesadvMessage(advice, output).write();
        output.send(out);
    }
}
