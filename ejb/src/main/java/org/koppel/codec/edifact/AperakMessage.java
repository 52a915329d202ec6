package org.koppel.codec.edifact;

import static org.koppel.codec.EdiOutput.of;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.koppel.codec.ControlNumber;
import org.koppel.codec.DocumentException;
import org.koppel.codec.EdiTexts;
import org.koppel.codec.FormatSettings;
import org.koppel.document.ApplicationResponse;

/** An interchange with one APERAK. 9321 has room for eight characters, so our codes stand in the texts. */
final class AperakMessage {
    private static final int CONTROL_DIGITS = 14;
    private static final int TEXT_WIDTH = 70;
    private static final String MUTUALLY_DEFINED = "ZZZ";

    private AperakMessage() {}

    static void write(
            ApplicationResponse response, String release, String version, FormatSettings settings, OutputStream out)
            throws DocumentException, IOException {
        EdifactOutput.Addresses addresses = new EdifactOutput.Addresses(
                settings.option(EdifactOutput.SENDER, sender(response, settings)),
                settings.option(EdifactOutput.RECIPIENT, recipient(response)));
        EdifactOutput output = new EdifactOutput(
                settings,
                addresses,
                ControlNumber.of(settings, response.number().value() + response.issuedAt(), CONTROL_DIGITS),
                new EdifactOutput.Head("APERAK", release, version, response.issuedAt(), response.test()));
        output.segment("BGM", "313", response.number().value(), "27");
        output.segment("DTM", of("137", EdifactOutput.minute(response.issuedAt()), "203"));
        output.segment("RFF", of("ACW", response.answered().value()));
        for (ApplicationResponse.Finding finding : response.findings()) {
            List<String> pieces = EdiTexts.pieces(finding.words(), TEXT_WIDTH);
            for (int from = 0; from < pieces.size(); from += 5) {
                output.segment("ERC", MUTUALLY_DEFINED); // one for each FTX: its group has room for one (C1)
                List<String> five = pieces.subList(from, Math.min(from + 5, pieces.size()));
                output.segment("FTX", "AAO", null, null, of(five));
            }
        }
        output.send(out);
    }

    private static String sender(ApplicationResponse response, FormatSettings settings) {
        return response.toBackOffice() ? "KOPPEL" : EdifactOutput.address(settings.supplier(), "SUPPLIER");
    }

    private static String recipient(ApplicationResponse response) {
        return response.toBackOffice() ? "BACKOFFICE" : EdifactOutput.address(response.receiver(), "BUYER");
    }
}
