package org.koppel.codec.edifact;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FormatSettings;
import org.koppel.document.DespatchAdvice;

/** Writes DESADV D.96A. */
@ApplicationScoped
public class EdifactD96ADespatchAdviceWriter extends EdifactWriter<DespatchAdvice> {

    public EdifactD96ADespatchAdviceWriter() {
        super(Edifact.D96A, DespatchAdvice.class);
    }

    @Override
    public void write(DespatchAdvice advice, FormatSettings settings, OutputStream out)
            throws DocumentException, IOException {
        EdifactDespatchAdvice.write(advice, EdifactDespatchAdvice.Version.D96A, settings, out);
    }
}
