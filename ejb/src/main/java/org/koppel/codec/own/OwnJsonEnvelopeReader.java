package org.koppel.codec.own;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.koppel.codec.DocumentException;
import org.koppel.codec.Envelope;
import org.koppel.codec.EnvelopeReader;
import org.koppel.codec.FormatId;

/** Knows our own JSON by its type, within the first 4 kB. */
@ApplicationScoped
public class OwnJsonEnvelopeReader implements EnvelopeReader {
    private static final Pattern SIGN = Pattern.compile(
            "\\A\\s*\\{[\\s\\S]*?\"type\"\\s*:\\s*\"(Order(Change|Cancellation|Response)?|DespatchAdvice|Invoice)\"");

    @Override
    public FormatId format() {
        return OwnJson.FORMAT;
    }

    @Override
    public boolean recognises(String contentType, byte[] head) {
        return SIGN.matcher(new String(head, StandardCharsets.ISO_8859_1)).find();
    }

    @Override
    public Envelope read(InputStream in) throws DocumentException, IOException {
        ObjectNode tree = JsonTree.read(in);
        return OwnDocuments.envelope(JsonTree.type(tree), tree);
    }
}
