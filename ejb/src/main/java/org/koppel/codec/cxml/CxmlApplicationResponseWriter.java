package org.koppel.codec.cxml;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FormatSettings;
import org.koppel.document.ApplicationResponse;
import org.koppel.document.ApplicationResponse.Finding;

/**
 * Writes a cXML 1.2 {@code StatusUpdateRequest} of status 406: which document of a message was refused, and why. The message is named
 * by its payloadID, the document by its number in the text, for which cXML has no other place.
 */
@ApplicationScoped
public class CxmlApplicationResponseWriter extends CxmlRequestWriter<ApplicationResponse> {
    private static final String REFUSED = "406";

    @Override
    public Class<ApplicationResponse> documentClass() {
        return ApplicationResponse.class;
    }

    @Override
    public void write(ApplicationResponse response, FormatSettings settings, OutputStream out)
            throws DocumentException, IOException {
        new RequestWriter(Dtd.CXML, settings)
                .write(response, response.issuedAt(), response.test(), xml -> update(xml, response, settings), out);
    }

    private static void update(XMLStreamWriter xml, ApplicationResponse response, FormatSettings settings)
            throws XMLStreamException {
        xml.writeStartElement("StatusUpdateRequest");
        if (response.message() != null) {
            xml.writeStartElement("DocumentReference");
            RequestWriter.attribute(xml, "payloadID", response.message());
            xml.writeEndElement();
        }
        xml.writeStartElement("Status");
        RequestWriter.attribute(xml, "code", REFUSED);
        RequestWriter.attribute(xml, "text", "Not Acceptable");
        RequestWriter.attribute(xml, "xml:lang", response.toBackOffice() ? "en" : settings.language());
        String why = response.findings().stream().map(Finding::words).collect(Collectors.joining("; "));
        RequestWriter.characters(xml, response.answeredType() + ' ' + response.answered() + ": " + why);
        xml.writeEndElement();
        xml.writeEndElement();
    }
}
