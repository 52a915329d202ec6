package org.koppel.codec.cxml;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.koppel.codec.DocumentException;
import org.koppel.codec.Envelope;
import org.koppel.codec.EnvelopeReader;
import org.koppel.codec.FormatId;
import org.koppel.codec.Multipart;
import org.koppel.codec.XmlStreams;

/**
 * Reads the outside of any cXML 1.x document: payloadID, From, To, Sender and which request it is. Stops at the request's
 * first element, so its cost does not depend on the number of lines.
 */
@ApplicationScoped
public class CxmlEnvelopeReader implements EnvelopeReader {
    private static final Pattern SIGN = Pattern.compile("<!DOCTYPE\\s+cXML[\\s>]|<cXML[\\s/>]");

    @Override
    public FormatId format() {
        return Cxml.FORMAT;
    }

    @Override
    public boolean recognises(String contentType, byte[] head) {
        String ascii = new String(head, StandardCharsets.ISO_8859_1).replace("\0", "");
        return SIGN.matcher(ascii).find();
    }

    @Override
    public Envelope read(InputStream in) throws DocumentException, IOException {
        return new EnvelopeWalk(XmlStreams.open(Multipart.read(in).document())).read();
    }
}
