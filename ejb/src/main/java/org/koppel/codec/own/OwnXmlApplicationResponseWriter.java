package org.koppel.codec.own;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import org.koppel.codec.DocumentWriter;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;
import org.koppel.document.ApplicationResponse;

/** Writes why a document was refused in our own XML. */
@ApplicationScoped
public class OwnXmlApplicationResponseWriter implements DocumentWriter<ApplicationResponse> {

    @Override
    public FormatId format() {
        return OwnXml.FORMAT;
    }

    @Override
    public Class<ApplicationResponse> documentClass() {
        return ApplicationResponse.class;
    }

    @Override
    public String mediaType() {
        return OwnXml.MEDIA_TYPE;
    }

    @Override
    public String fileExtension() {
        return "xml";
    }

    @Override
    public void write(ApplicationResponse document, FormatSettings settings, OutputStream out) throws IOException {
        OwnXml.write(document, out);
    }
}
