package org.koppel.codec.table;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.koppel.codec.DocumentException;
import org.koppel.codec.Envelope;
import org.koppel.codec.EnvelopeReader;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;

/** The outside of a CSV file. */
@ApplicationScoped
public class CsvEnvelopeReader implements EnvelopeReader {

    @Override
    public FormatId format() {
        return CsvFormat.ID;
    }

    @Override
    public boolean recognises(String contentType, byte[] head) {
        boolean named =
                contentType != null && contentType.toLowerCase(Locale.ROOT).startsWith("text/csv");
        return named || TableEnvelope.tells(CsvFormat.ID, new ByteArrayInputStream(head, 0, firstLine(head)));
    }

    private static int firstLine(byte[] head) {
        int end = 0;
        while (end < head.length && head[end] != '\n' && head[end] != '\r') {
            end++;
        }
        return end;
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
        return TableEnvelope.read(CsvFormat.ID, in, settings);
    }

    @Override
    public boolean holdsMany() {
        return true;
    }
}
