package org.koppel.codec.x12;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import org.koppel.codec.ControlNumber;
import org.koppel.codec.DocumentException;
import org.koppel.codec.EdiTexts;
import org.koppel.codec.FormatSettings;
import org.koppel.document.ApplicationResponse;

/** Writes 824 (004010): which document was refused, and why. TED02 has room for 60 characters; longer texts go on in the next. */
@ApplicationScoped
public class X12ApplicationResponseWriter extends X12Writer<ApplicationResponse> {
    private static final int CONTROL_DIGITS = 9;
    private static final int TEXT_WIDTH = 60;

    public X12ApplicationResponseWriter() {
        super(ApplicationResponse.class);
    }

    @Override
    public void write(ApplicationResponse response, FormatSettings settings, OutputStream out)
            throws DocumentException, IOException {
        X12Output.Head head = new X12Output.Head(
                settings.option(X12Output.SENDER, sender(response, settings)),
                settings.option(X12Output.RECIPIENT, recipient(response)),
                "AG",
                response.issuedAt(),
                response.test());
        String control = ControlNumber.of(settings, response.number().value() + response.issuedAt(), CONTROL_DIGITS);
        X12Output output = new X12Output(head, control, response.toString(), settings);
        output.begin();
        output.beginSet("824");
        output.segment("BGN", "11", response.number().value(), X12Output.day(response.issuedAt()));
        output.segment("OTI", "TR", "ZZ", response.answered().value());
        for (ApplicationResponse.Finding finding : response.findings()) {
            EdiTexts.pieces(finding.words(), TEXT_WIDTH).forEach(piece -> output.segment("TED", "ZZZ", piece));
        }
        output.endSet();
        output.send(out);
    }

    private static String sender(ApplicationResponse response, FormatSettings settings) {
        return response.toBackOffice() ? "ZZ:KOPPEL" : X12Output.address(settings.supplier(), "ZZ:SUPPLIER");
    }

    private static String recipient(ApplicationResponse response) {
        return response.toBackOffice() ? "ZZ:BACKOFFICE" : X12Output.address(response.receiver(), "ZZ:BUYER");
    }
}
