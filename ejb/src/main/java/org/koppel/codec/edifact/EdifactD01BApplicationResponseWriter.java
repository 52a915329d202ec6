package org.koppel.codec.edifact;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FormatSettings;
import org.koppel.document.ApplicationResponse;

/** Writes APERAK in 01B: which document was refused, and why. */
@ApplicationScoped
public class EdifactD01BApplicationResponseWriter extends EdifactWriter<ApplicationResponse> {

    public EdifactD01BApplicationResponseWriter() {
        super(Edifact.D01B, ApplicationResponse.class);
    }

    @Override
    public void write(ApplicationResponse response, FormatSettings settings, OutputStream out)
            throws DocumentException, IOException {
        AperakMessage.write(response, "01B", "EAN004", settings, out);
    }
}
