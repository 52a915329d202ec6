package org.koppel.codec.cxml;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.koppel.codec.DocumentWriter;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.XmlStreams;
import org.koppel.document.PunchOutResponse;

/** Writes a cXML 1.2 {@code PunchOutSetupResponse}; a refusal is a Status alone. */
@ApplicationScoped
public class CxmlPunchOutResponseWriter implements DocumentWriter<PunchOutResponse> {

    @Override
    public FormatId format() {
        return Cxml.FORMAT;
    }

    @Override
    public Class<PunchOutResponse> documentClass() {
        return PunchOutResponse.class;
    }

    @Override
    public String mediaType() {
        return Cxml.MEDIA_TYPE;
    }

    @Override
    public String fileExtension() {
        return "xml";
    }

    @Override
    public void write(PunchOutResponse document, FormatSettings settings, OutputStream out) throws IOException {
        ResponseWriter.write(document.number(), document.issuedAt(), settings, xml -> content(xml, document), out);
    }

    private static void content(XMLStreamWriter xml, PunchOutResponse document) throws XMLStreamException {
        if (document.startPage() == null) {
            ResponseWriter.status(xml, document.code(), text(document.code()), document.detail());
            return;
        }
        ResponseWriter.status(xml, 200, "OK", null);
        xml.writeStartElement("PunchOutSetupResponse");
        xml.writeStartElement("StartPage");
        xml.writeStartElement("URL");
        xml.writeCharacters(XmlStreams.clean(document.startPage()));
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static String text(int code) {
        return switch (code) {
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 412 -> "Precondition Failed";
            case 450 -> "Not Implemented";
            default -> "Bad Request";
        };
    }
}
