package org.koppel.codec.cebeo;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.util.stream.Collectors;
import org.koppel.codec.DocumentException;
import org.koppel.codec.DocumentWriter;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;
import org.koppel.document.ApplicationResponse;
import org.koppel.document.ApplicationResponse.Finding;

/** Writes a {@code Response} of CebeoXML 2.0 with the message code 1: which document was refused, and why. */
@ApplicationScoped
public class CebeoApplicationResponseWriter implements DocumentWriter<ApplicationResponse> {

    @Override
    public FormatId format() {
        return Cebeo.FORMAT;
    }

    @Override
    public Class<ApplicationResponse> documentClass() {
        return ApplicationResponse.class;
    }

    @Override
    public String mediaType() {
        return Cebeo.MEDIA_TYPE;
    }

    @Override
    public String fileExtension() {
        return "xml";
    }

    @Override
    public void write(ApplicationResponse response, FormatSettings settings, OutputStream out)
            throws DocumentException, IOException {
        String why = response.findings().stream().map(Finding::words).collect(Collectors.joining("\n"));
        Cebeo.respond(1, response.answeredType() + ' ' + response.answered() + "\n" + why, xml -> {}, out);
    }
}
