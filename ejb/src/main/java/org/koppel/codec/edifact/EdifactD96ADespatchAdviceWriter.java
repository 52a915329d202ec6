package org.koppel.codec.edifact;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import org.koppel.codec.DocumentException;
import org.koppel.codec.DocumentWriter;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;
import org.koppel.document.DespatchAdvice;

/** Writes DESADV D.96A. */
@ApplicationScoped
public class EdifactD96ADespatchAdviceWriter implements DocumentWriter<DespatchAdvice> {

    @Override
    public FormatId format() {
        return Edifact.D96A;
    }

    @Override
    public Class<DespatchAdvice> documentClass() {
        return DespatchAdvice.class;
    }

    @Override
    public boolean counted() {
        return true;
    }

    @Override
    public String mediaType() {
        return Edifact.MEDIA_TYPE;
    }

    @Override
    public String fileExtension() {
        return Edifact.FILE_EXTENSION;
    }

    @Override
    public void write(DespatchAdvice advice, FormatSettings settings, OutputStream out)
            throws DocumentException, IOException {
        EdifactDespatchAdvice.write(advice, EdifactDespatchAdvice.Version.D96A, settings, out);
    }
}
