package org.koppel.codec.table;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import org.koppel.codec.DocumentException;
import org.koppel.codec.Envelope;
import org.koppel.codec.EnvelopeReader;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;

/** The outside of a dBase file. */
@ApplicationScoped
public class DbfEnvelopeReader implements EnvelopeReader {

    @Override
    public FormatId format() {
        return DbfFormat.ID;
    }

    @Override
    public boolean recognises(String contentType, byte[] head) {
        return DbfRows.begins(head);
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
        return TableEnvelope.read(DbfFormat.ID, in, settings);
    }

    @Override
    public boolean holdsMany() {
        return true;
    }
}
