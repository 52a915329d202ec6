package org.koppel.codec.edifact;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FormatSettings;
import org.koppel.document.ApplicationResponse;

/** Writes APERAK in 96A: which document was refused, and why. */
@ApplicationScoped
public class EdifactD96AApplicationResponseWriter extends EdifactWriter<ApplicationResponse> {

    public EdifactD96AApplicationResponseWriter() {
        super(Edifact.D96A, ApplicationResponse.class);
    }

    @Override
    public void write(ApplicationResponse response, FormatSettings settings, OutputStream out)
            throws DocumentException, IOException {
        AperakMessage.write(response, "96A", "EAN003", settings, out);
    }
}
