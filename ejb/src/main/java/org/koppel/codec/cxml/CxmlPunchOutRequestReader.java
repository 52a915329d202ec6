package org.koppel.codec.cxml;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import org.koppel.codec.DocumentException;
import org.koppel.codec.DocumentReader;
import org.koppel.codec.DocumentSink;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.XmlStreams;
import org.koppel.document.PunchOutRequest;

/** Reads a cXML 1.x {@code PunchOutSetupRequest}, whatever the order of its elements. */
@ApplicationScoped
public class CxmlPunchOutRequestReader implements DocumentReader<PunchOutRequest> {

    @Override
    public FormatId format() {
        return Cxml.FORMAT;
    }

    @Override
    public Class<PunchOutRequest> documentClass() {
        return PunchOutRequest.class;
    }

    @Override
    public void read(InputStream in, FormatSettings settings, DocumentSink<PunchOutRequest> sink)
            throws DocumentException, IOException {
        sink.accept(new PunchOutWalk(XmlStreams.open(in)).read());
    }
}
