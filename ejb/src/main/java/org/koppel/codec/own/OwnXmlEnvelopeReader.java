package org.koppel.codec.own;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.koppel.codec.DocumentException;
import org.koppel.codec.Envelope;
import org.koppel.codec.EnvelopeReader;
import org.koppel.codec.FormatId;
import org.koppel.codec.XmlCursor;
import org.koppel.codec.XmlStreams;
import org.koppel.document.Document;

/** Knows our own XML by its namespace. */
@ApplicationScoped
public class OwnXmlEnvelopeReader implements EnvelopeReader {

    @Override
    public FormatId format() {
        return OwnXml.FORMAT;
    }

    @Override
    public boolean recognises(String contentType, byte[] head) {
        return new String(head, StandardCharsets.ISO_8859_1).replace("\0", "").contains(OwnDocuments.NAMESPACE)
                && head.length > 0
                && head[0] != '{';
    }

    @Override
    public Envelope read(InputStream in) throws DocumentException, IOException {
        XmlCursor xml = XmlStreams.open(in);
        xml.nextChild(0);
        String kind = xml.name();
        Class<? extends Document> type = OwnDocuments.TAKEN.get(kind);
        ObjectNode tree = type == null ? JsonNodeFactory.instance.objectNode() : XmlTree.read(xml, type);
        return OwnDocuments.envelope(kind, tree);
    }
}
