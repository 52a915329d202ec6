package org.koppel.codec.edifact;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import org.koppel.codec.DocumentException;
import org.koppel.codec.DocumentWriter;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;
import org.koppel.document.ApplicationResponse;

/** Writes APERAK in 96A: which document was refused, and why. */
@ApplicationScoped
public class EdifactD96AApplicationResponseWriter implements DocumentWriter<ApplicationResponse> {

    @Override
    public FormatId format() {
        return Edifact.D96A;
    }

    @Override
    public Class<ApplicationResponse> documentClass() {
        return ApplicationResponse.class;
    }

    @Override
    public boolean counted() {
        return true;
    }

    @Override
    public String mediaType() {
        return Edifact.MEDIA_TYPE;
    }

    @Override
    public String fileExtension() {
        return Edifact.FILE_EXTENSION;
    }

    @Override
    public void write(ApplicationResponse response, FormatSettings settings, OutputStream out)
            throws DocumentException, IOException {
        AperakMessage.write(response, "96A", "EAN003", settings, out);
    }
}
