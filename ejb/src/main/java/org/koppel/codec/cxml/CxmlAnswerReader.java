package org.koppel.codec.cxml;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.koppel.codec.AnswerReader;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FormatId;
import org.koppel.codec.XmlCursor;
import org.koppel.codec.XmlStreams;

/** Reads the {@code Response/Status} that a cXML system gives to a request of ours. */
@ApplicationScoped
public class CxmlAnswerReader implements AnswerReader {
    private static final int WORDS = 500;

    @Override
    public FormatId format() {
        return Cxml.FORMAT;
    }

    @Override
    public Optional<Answer> read(byte[] body) {
        if (!new String(body, StandardCharsets.ISO_8859_1).replace("\0", "").contains("<cXML")) {
            return Optional.empty();
        }
        try {
            XmlCursor xml = XmlStreams.open(new ByteArrayInputStream(body));
            xml.nextChild(0);
            while (xml.nextChild(1)) {
                if ("Response".equals(xml.name())) {
                    return status(xml);
                }
            }
            return Optional.empty();
        } catch (DocumentException | IOException unreadable) {
            return Optional.empty(); // then only the server's own yes counts, as for any other answer
        }
    }

    private static Optional<Answer> status(XmlCursor xml) throws DocumentException, IOException {
        int here = xml.depth();
        while (xml.nextChild(here)) {
            if ("Status".equals(xml.name())) {
                String code = xml.attribute("code");
                String text = xml.attribute("text");
                String words = xml.text(WORDS);
                return Optional.of(
                        new Answer(verdict(code), "CXML_" + code, words == null ? String.valueOf(text) : words));
            }
        }
        return Optional.empty();
    }

    /** By the User's Guide 5xx alone asks to try again. */
    private static Verdict verdict(String code) {
        if (code == null || code.startsWith("2")) {
            return Verdict.TAKEN;
        }
        return code.startsWith("5") ? Verdict.LATER : Verdict.REFUSED;
    }
}
