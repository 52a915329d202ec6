package org.koppel.codec.cxml;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.koppel.codec.DocumentException;
import org.koppel.codec.DocumentWriter;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.XmlStreams;
import org.koppel.document.ServiceProfile;

/** Writes a cXML 1.2 {@code ProfileResponse}: one {@code Transaction} with its URL per request, in the order of their names. */
@ApplicationScoped
public class CxmlServiceProfileWriter implements DocumentWriter<ServiceProfile> {

    @Override
    public FormatId format() {
        return Cxml.FORMAT;
    }

    @Override
    public Class<ServiceProfile> documentClass() {
        return ServiceProfile.class;
    }

    @Override
    public String mediaType() {
        return Cxml.MEDIA_TYPE;
    }

    @Override
    public String fileExtension() {
        return "xml";
    }

    /** @throws DocumentException when no request is served: cXML demands at least one Transaction */
    @Override
    public void write(ServiceProfile document, FormatSettings settings, OutputStream out)
            throws DocumentException, IOException {
        if (document.requests().isEmpty()) {
            throw Fields.wrong(
                    "MISSING_FIELD", "requests", "A ProfileResponse names at least one request; give the profile one");
        }
        ResponseWriter.write(document.number(), document.issuedAt(), settings, xml -> content(xml, document), out);
    }

    private static void content(XMLStreamWriter xml, ServiceProfile document) throws XMLStreamException {
        ResponseWriter.status(xml, 200, "OK", null);
        xml.writeStartElement("ProfileResponse");
        xml.writeAttribute("effectiveDate", Dates.write(document.effectiveAt()));
        for (Map.Entry<String, String> request : new TreeMap<>(document.requests()).entrySet()) {
            xml.writeStartElement("Transaction");
            xml.writeAttribute("requestName", request.getKey());
            xml.writeStartElement("URL");
            xml.writeCharacters(XmlStreams.clean(request.getValue()));
            xml.writeEndElement();
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }
}
