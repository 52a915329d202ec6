package org.koppel.codec.table;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.koppel.codec.DocumentException;
import org.koppel.codec.Envelope;
import org.koppel.codec.EnvelopeReader;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;

/** The outside of an XLSX file. */
@ApplicationScoped
public class XlsxEnvelopeReader implements EnvelopeReader {

    @Override
    public FormatId format() {
        return XlsxFormat.ID;
    }

    @Override
    public boolean recognises(String contentType, byte[] head) {
        boolean named = contentType != null
                && contentType.toLowerCase(Locale.ROOT).startsWith(XlsxFormat.MEDIA_TYPE.toLowerCase(Locale.ROOT));
        return named || isZip(head) && holdsSheets(new String(head, StandardCharsets.ISO_8859_1));
    }

    private static boolean isZip(byte[] head) {
        return head.length > 3 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
    }

    /** The names of a ZIP's parts stand there in clear. */
    private static boolean holdsSheets(String head) {
        boolean office = head.contains("xl/") || head.contains("[Content_Types].xml");
        return office && !head.contains("word/") && !head.contains("ppt/");
    }

    @Override
    public boolean dependsOnAgreement() {
        return true;
    }

    @Override
    public Envelope read(InputStream in) throws DocumentException, IOException {
        return read(in, FormatSettings.DEFAULT);
    }

    @Override
    public Envelope read(InputStream in, FormatSettings settings) throws DocumentException, IOException {
        return TableEnvelope.read(XlsxFormat.ID, in, settings);
    }

    @Override
    public boolean isPacked() {
        return true;
    }
}
