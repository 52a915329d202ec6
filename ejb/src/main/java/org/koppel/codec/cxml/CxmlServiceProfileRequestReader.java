package org.koppel.codec.cxml;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import org.koppel.codec.DocumentException;
import org.koppel.codec.DocumentReader;
import org.koppel.codec.DocumentSink;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.XmlCursor;
import org.koppel.codec.XmlStreams;
import org.koppel.document.ServiceProfileRequest;
import org.koppel.shared.DocumentNumber;

/** Reads a cXML 1.x {@code ProfileRequest}. It has no content: its number is the payloadID of the message. */
@ApplicationScoped
public class CxmlServiceProfileRequestReader implements DocumentReader<ServiceProfileRequest> {

    @Override
    public FormatId format() {
        return Cxml.FORMAT;
    }

    @Override
    public Class<ServiceProfileRequest> documentClass() {
        return ServiceProfileRequest.class;
    }

    @Override
    public void read(InputStream in, FormatSettings settings, DocumentSink<ServiceProfileRequest> sink)
            throws DocumentException, IOException {
        XmlCursor xml = XmlStreams.open(in);
        EnvelopeWalk.enterRoot(xml);
        String payloadId = xml.attribute("payloadID");
        boolean asked = false;
        while (xml.nextChild(1)) {
            asked |= "Request".equals(xml.name()) && hasProfileRequest(xml);
        }
        xml.nextChild(0);
        if (payloadId == null) {
            throw Fields.wrong(
                    "MISSING_FIELD", "cXML/@payloadID", "cXML/@payloadID is missing; give every message an id");
        }
        if (!asked) {
            throw Fields.wrong("MISSING_FIELD", "Request/ProfileRequest", "There is no ProfileRequest; send one");
        }
        sink.accept(new ServiceProfileRequest(new DocumentNumber(payloadId)));
    }

    private static boolean hasProfileRequest(XmlCursor xml) throws DocumentException, IOException {
        boolean found = false;
        int here = xml.depth();
        while (xml.nextChild(here)) {
            found |= "ProfileRequest".equals(xml.name());
        }
        return found;
    }
}
